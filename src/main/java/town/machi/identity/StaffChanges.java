package town.machi.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.identity.StaffPolicies.Change;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.StaffId;

/// The way of every change that an administrator makes: nobody else changes the same thing meanwhile, the policies
/// are asked, and what came of it is audited.
@Component
class StaffChanges {

    private final StaffRows staff;
    private final AuditTrail audit;

    StaffChanges(StaffRows staff, AuditTrail audit) {
        this.staff = staff;
        this.audit = audit;
    }

    /// What happens if nothing speaks against it.
    interface Act {
        void on(Account account);
    }

    /// To be called in a transaction.
    ///
    /// @param seen the revision that the administrator looked at
    /// @param what for the audit: `suspend`
    Optional<Refusal> change(Actor.Staff by, StaffId id, long seen, Change change, String what, Act act) {
        var administrators = staff.lockAdministrators();
        var account = staff.findToChange(id).orElseThrow();
        var refusal = account.revision() != seen
                ? Optional.of(Refusal.of("identity.staff.changed-meanwhile"))
                : stateAllows(change, account.state())
                        .or(() -> StaffPolicies.check(
                                change, new StaffPolicies.Situation(by, account.member(), administrators)));
        if (refusal.isEmpty()) {
            act.on(account);
        }
        record(by, id, what, refusal);
        return refusal;
    }

    void record(Actor.Staff by, StaffId id, String what, Optional<Refusal> refusal) {
        var outcome = refusal.map(why -> "refused:" + why.key()).orElse("ok");
        audit.record(new AuditEntry(by, AuditAction.WRITE, "identity.staff:" + id, "act:" + what, outcome));
    }

    /// That somebody looked at the account.
    void recordLook(Actor.Staff by, StaffId id) {
        audit.record(AuditEntry.done(by, AuditAction.READ, "identity.staff:" + id, "open"));
    }

    private static Optional<Refusal> stateAllows(Change change, StaffState state) {
        var allowed = switch (change) {
            case Change.Rights _, Change.Person _, Change.End _ -> state != StaffState.GONE;
            case Change.Suspension _ -> state == StaffState.ACTIVE || state == StaffState.INVITED;
            case Change.Resumption _ -> state == StaffState.SUSPENDED;
            case Change.NewFactor _ -> state == StaffState.ACTIVE;
        };
        return allowed ? Optional.empty() : Optional.of(Refusal.of("identity.staff.wrong-state"));
    }
}
