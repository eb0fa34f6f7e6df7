package town.machi.casework.keeping;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseId;
import town.machi.casework.Disposal.Outcome;
import town.machi.casework.jdbc.DisposalRows;
import town.machi.casework.jdbc.KeepingRows;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;

/// Destroys one case that two people agreed to: all that hangs on it, in every room, or nothing.
@Component
class Destroying {

    private static final Actor JOB = new Actor.SystemJob("casework.destroy");

    private final DisposalRows rows;
    private final KeepingRows cases;
    private final KeepingTerms terms;
    private final ObjectProvider<PersonalData> rooms;
    private final AuditTrail audit;
    private final Clock clock;

    Destroying(
            DisposalRows rows,
            KeepingRows cases,
            KeepingTerms terms,
            ObjectProvider<PersonalData> rooms,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.terms = terms;
        this.rooms = rooms;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was held meanwhile, or is kept longer by now, stays, and the record says so.
    @Transactional
    public void destroy(UUID disposal, CaseId id) {
        cases.lockHolds(false);
        var line = cases.lock(id);
        Outcome outcome = line.isEmpty()
                ? Outcome.GONE
                : line.get().held() ? Outcome.HELD : terms.isPast(line.get()) ? Outcome.DESTROYED : Outcome.KEPT;
        if (!rows.settle(disposal, id, outcome, clock.instant())) {
            return;
        }
        if (outcome == Outcome.DESTROYED) {
            erase(disposal, PersonKey.ofSubmission(cases.submissionOf(id)));
        }
        audit.record(AuditEntry.done(JOB, AuditAction.WRITE, id.subject(), "disposal:" + outcome.name()));
    }

    /// The rooms that know more first: what they find by a case must be gone before the case is.
    private void erase(UUID disposal, PersonKey key) {
        List<PersonalData> all = rooms.orderedStream()
                .sorted(java.util.Comparator.comparing(room -> room.room().equals("casework") ? 1 : 0))
                .toList();
        for (PersonalData room : all) {
            int records = room.erase(key);
            if (records > 0) {
                rows.count(disposal, room.room(), records);
            }
        }
    }

    @Transactional
    public void finish(UUID disposal) {
        if (rows.finish(disposal, clock.instant())) {
            audit.record(AuditEntry.done(JOB, AuditAction.WRITE, "casework.disposal:" + disposal, "disposal:finish"));
        }
    }
}
