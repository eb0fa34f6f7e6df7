package town.machi.waste;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.waste.jdbc.CollectionRows;

/// The front door: when what is collected where. What the town has not told is not there.
@Component
public class Collections {

    private static final int DAYS_SHOWN = 2;

    private final CollectionRows rows;
    private final CollectionNotice notice;
    private final Districts districts;
    private final AuditTrail audit;
    private final Clock clock;

    Collections(CollectionRows rows, CollectionNotice notice, Districts districts, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.notice = notice;
        this.districts = districts;
        this.audit = audit;
        this.clock = clock;
    }

    /// The next days of one kind, today included.
    public record Next(WasteKind kind, List<LocalDate> days) {}

    /// @param district id of a [District]
    public List<Next> listNext(String district) {
        LocalDate today = LocalDate.now(clock);
        List<Next> next = new ArrayList<>();
        find(district).forEach((kind, days) -> next.add(new Next(kind, days.next(today, DAYS_SHOWN))));
        return next;
    }

    /// What is set for one district.
    public Map<WasteKind, CollectionDays> find(String district) {
        return notice.list().getOrDefault(district, Map.of());
    }

    /// All districts by reading, with what is set for them.
    public Map<District, Map<WasteKind, CollectionDays>> list() {
        Map<String, Map<WasteKind, CollectionDays>> set = notice.list();
        Map<District, Map<WasteKind, CollectionDays>> all = new LinkedHashMap<>();
        districts.list().forEach(district -> all.put(district, set.getOrDefault(district.id(), Map.of())));
        return all;
    }

    /// Sets the same for several districts; an empty text puts a kind back to 未設定. Again is the same.
    ///
    /// @param typed for each kind what was written: 毎週月・木
    /// @return for each kind that says no days, why not; then nothing is changed
    @Transactional
    public Map<WasteKind, Refusal> put(List<String> ids, Map<WasteKind, String> typed, Actor actor) {
        Map<WasteKind, Refusal> refused = new EnumMap<>(WasteKind.class);
        Map<WasteKind, CollectionDays> read = new EnumMap<>(WasteKind.class);
        typed.forEach((kind, text) -> {
            Optional<CollectionDays> days = CollectionDays.parse(text);
            if (days.isPresent()) {
                read.put(kind, days.get());
            } else if (!text.isBlank()) {
                refused.put(kind, Refusal.of("waste.days-wrong"));
            }
        });
        if (refused.isEmpty()) {
            for (String id : ids) {
                districts.find(id).ifPresent(district -> {
                    rows.replace(id, read);
                    UUID name = UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    audit.record(AuditEntry.done(actor, AuditAction.SETTING, "waste.district:" + name, "days"));
                });
            }
        }
        return refused;
    }
}
