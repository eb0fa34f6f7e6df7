package town.machi.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;

/// What people do with their own account: written to the audit, and told to them by mail where it matters.
@Component
class OwnTrail {

    private final AuditTrail audit;
    private final Mails mails;
    private final StaffRows staff;

    OwnTrail(AuditTrail audit, Mails mails, StaffRows staff) {
        this.audit = audit;
        this.mails = mails;
        this.staff = staff;
    }

    void done(Actor.Staff who, String what) {
        audit.record(entry(who, what, "ok"));
    }

    /// @param sentence for the mail: パスワードが変更されました。
    void done(Actor.Staff who, String what, String sentence) {
        done(who, what);
        mails.tell(staff.find(who.staffId()).orElseThrow().member(), sentence);
    }

    /// @return the refusal, for the answer
    Optional<Refusal> refused(Actor.Staff who, String what, Refusal why) {
        audit.record(entry(who, what, "refused:" + why.key()));
        return Optional.of(why);
    }

    void signedOut(Actor.Staff who, String from) {
        audit.record(new AuditEntry(who, AuditAction.SIGN_OUT, "identity.staff:" + who.id(), from, "ok"));
    }

    private static AuditEntry entry(Actor.Staff who, String what, String outcome) {
        return new AuditEntry(who, AuditAction.WRITE, "identity.staff:" + who.id(), "own:" + what, outcome);
    }
}
