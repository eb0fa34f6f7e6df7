package town.machi.water.register;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.water.CrewDay;
import town.machi.water.CrewException;
import town.machi.water.CrewId;
import town.machi.water.jdbc.CrewRows;
import town.machi.water.jdbc.CrewSettingRows;

/// What staff set about crews. Places that are taken stay taken, whatever is set.
@Component
public class CrewSettings {

    private static final int MOST_JOBS = 99;

    private final CrewSettingRows settings;
    private final CrewRows rows;
    private final AuditTrail audit;

    CrewSettings(CrewSettingRows settings, CrewRows rows, AuditTrail audit) {
        this.settings = settings;
        this.rows = rows;
        this.audit = audit;
    }

    /// @param id of the request: a repeat adds nothing
    /// @return why not
    @Transactional
    public Optional<Refusal> add(UUID id, String name, Actor.Staff staff) {
        if (name.isBlank()) {
            return Optional.of(Refusal.of("water.crew.name-missing"));
        }
        boolean there =
                rows.listCrews().stream().anyMatch(crew -> crew.id().value().equals(id));
        int sorting = rows.listCrews().size() + 1;
        if (!there && !settings.insert(new CrewId(id), name.strip(), sorting, false)) {
            return Optional.of(Refusal.of("water.crew.name-taken", name.strip()));
        }
        note(staff, id, "add");
        return Optional.empty();
    }

    /// @param weekdays as typed; empty: 未設定
    /// @return why not; nothing is changed then
    @Transactional
    public Optional<Refusal> set(CrewId id, Map<DayOfWeek, String> weekdays, boolean active, Actor.Staff staff) {
        Optional<String> wrong = weekdays.values().stream()
                .filter(typed -> !typed.isBlank() && jobs(typed).isEmpty())
                .findFirst();
        if (wrong.isPresent()) {
            return Optional.of(Refusal.of("water.crew.no-number", wrong.get(), MOST_JOBS));
        }
        settings.setActive(id, active);
        weekdays.forEach((day, typed) -> {
            OptionalInt jobs = jobs(typed);
            if (jobs.isPresent()) {
                settings.setWeekday(id, day, jobs.getAsInt());
            } else {
                settings.clearWeekday(id, day);
            }
        });
        note(staff, id.value(), "set");
        return Optional.empty();
    }

    /// @param capacity as typed
    /// @return why not
    @Transactional
    public Optional<Refusal> setException(CrewDay day, String capacity, String reason, Actor.Staff staff) {
        OptionalInt jobs = jobs(capacity);
        if (jobs.isEmpty()) {
            return Optional.of(Refusal.of("water.crew.no-number", capacity, MOST_JOBS));
        }
        settings.setException(day, jobs.getAsInt(), reason.strip());
        note(staff, day.crew().value(), "exception:" + day.day());
        return Optional.empty();
    }

    @Transactional
    public void clearException(CrewDay day, Actor.Staff staff) {
        settings.clearException(day);
        note(staff, day.crew().value(), "exception-clear:" + day.day());
    }

    public java.util.List<CrewException> listExceptions(java.time.LocalDate from, java.time.LocalDate to) {
        return rows.listExceptions(from, to);
    }

    private static OptionalInt jobs(String typed) {
        String digits = java.text.Normalizer.normalize(typed.strip(), java.text.Normalizer.Form.NFKC);
        return digits.matches("\\d{1,2}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private void note(Actor.Staff staff, UUID crew, String what) {
        audit.record(AuditEntry.done(staff, AuditAction.SETTING, "water.crew:" + crew, what));
    }
}
