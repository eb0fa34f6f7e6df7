package town.machi.identity;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.identity.SignInEntry.Outcome;
import town.machi.identity.SignInEntry.Way;
import town.machi.identity.jdbc.SignInRows;
import town.machi.kernel.Actor;
import town.machi.kernel.StaffId;
import town.machi.platform.Ids;

/// Writes down each sign-in and each try: for the auditor, and for the person whose account it is.
@Component
public class SignInLog {

    private final SignInRows rows;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    SignInLog(SignInRows rows, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// The latest first.
    public List<SignInEntry> listLatest(StaffId staff, int howMany) {
        return rows.listLatest(staff, howMany);
    }

    /// @param account null where what was typed is nobody's; only "unknown" is kept of it
    @Transactional
    public void record(@Nullable Account account, Way way, Outcome outcome, String address) {
        audit.record(new AuditEntry(
                actor(account, outcome),
                AuditAction.SIGN_IN,
                "identity.staff:"
                        + (account == null ? "unknown" : account.member().id()),
                way.code(),
                outcome.code()));
        if (account != null) {
            rows.insert(new SignInEntry(ids.next(), account.member().id(), clock.instant(), way, outcome, address));
        }
    }

    /// Before the last factor was right, nobody in particular is at the keyboard.
    private static Actor actor(@Nullable Account account, Outcome outcome) {
        return account != null && outcome == Outcome.OK ? account.member().actor() : new Actor.Anonymous();
    }
}
