package town.machi.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.document.jdbc.DispatchRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;

/// The way of issued papers to the people they are for (発送と返戻).
@Component
public class Dispatches {

    private final DispatchRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    Dispatches(DispatchRows rows, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// What happened last to each of these; without those to which nothing has happened.
    public Map<DocumentId, Dispatch> last(Collection<DocumentId> documents) {
        return rows.last(documents);
    }

    /// What can be written down next, after this.
    public static List<Dispatch.Step> next(@org.jspecify.annotations.Nullable Dispatch last) {
        Dispatch.Step before = last == null ? null : last.step();
        return Arrays.stream(Dispatch.Step.values())
                .filter(step -> step.canFollow(before))
                .toList();
    }

    /// Writes down that it happened today. Whether this actor may see the document is the caller's to know.
    ///
    /// @param request the client-made id: the same one again changes nothing
    /// @return false where it cannot come after what happened last
    @Transactional
    public boolean record(DocumentId id, Dispatch.Step step, UUID request, Actor actor) {
        rows.lock(id);
        if (rows.isKnown(request)) {
            return true;
        }
        if (!next(rows.last(List.of(id)).get(id)).contains(step)) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, BusinessCalendar.TOKYO);
        rows.insert(id, new Dispatch(step, today, actor.kind() + ":" + actor.id()), request, now);
        audit.record(AuditEntry.done(actor, AuditAction.WRITE, "document.issued:" + id, "dispatch:" + step.name()));
        return true;
    }
}
