package town.machi.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.StaffId;

/// What happens behind a one-time link: password first, then the app, then the recovery codes.
/// Nothing is written, and the link stays good, until the app has been proved.
@Component
public class Enrolment {

    private final StaffRows staff;
    private final FactorRows factors;
    private final Links links;
    private final EnrolmentChecks checks;
    private final RecoveryCodes codes;
    private final SignInLog log;

    Enrolment(
            StaffRows staff,
            FactorRows factors,
            Links links,
            EnrolmentChecks checks,
            RecoveryCodes codes,
            SignInLog log) {
        this.staff = staff;
        this.factors = factors;
        this.links = links;
        this.checks = checks;
        this.codes = codes;
        this.log = log;
    }

    /// A link that is good, and whose it is.
    ///
    /// @param account null for the set-up
    public record Opened(OneTimeLink link, @Nullable Account account) {}

    /// What came of the last step.
    public sealed interface Result {
        record Done(Account account, List<RecoveryCode> codes) implements Result {}

        record WrongCode(Refusal why) implements Result {}

        record LinkGone() implements Result {}
    }

    public Optional<Opened> open(String secret) {
        return links.findOpen(secret).flatMap(this::opened);
    }

    private Optional<Opened> opened(OneTimeLink link) {
        var id = link.staff();
        if (id == null) {
            return Optional.of(new Opened(link, null));
        }
        return staff.find(id).filter(Enrolment::mayEnrol).map(account -> new Opened(link, account));
    }

    /// Checks what was typed; the answer is what to keep until the app is proved.
    public EnrolmentChecks.Checked begin(Opened opened, EnrolmentChecks.Typed typed) {
        return checks.check(opened, typed);
    }

    /// The last step: the app's first code. Everything is written here, at once or not at all.
    @Transactional
    public Result finish(PendingEnrolment pending, String code, String address) {
        var step = checks.provenStep(pending.totp(), code);
        if (step.isEmpty()) {
            return new Result.WrongCode(Refusal.of("identity.sign-in.wrong-code"));
        }
        if (opened(pending.link()).isEmpty() || !links.use(pending.link())) {
            return new Result.LinkGone();
        }
        var id = pending.staff();
        if (pending.link().staff() == null) {
            insertFirst(pending);
        } else {
            activate(id);
        }
        factors.changeTotp(id, pending.totp(), step.getAsLong());
        if (pending.encodedPassword() != null) {
            factors.changePassword(id, pending.encodedPassword());
        }
        var shown = codes.renew(id);
        var account = staff.find(id).orElseThrow();
        checks.forgetTries(account);
        log.record(account, SignInEntry.Way.LINK, SignInEntry.Outcome.OK, address);
        return new Result.Done(account, shown);
    }

    private void insertFirst(PendingEnrolment pending) {
        var roles = Set.of(Role.ADMINISTRATOR);
        var member = new StaffMember(pending.staff(), pending.name(), pending.mail(), Set.of(), roles, true);
        if (!staff.insert(member, StaffState.ACTIVE)) {
            throw new IllegalStateException("The mail address was taken since the page before");
        }
    }

    private void activate(StaffId id) {
        if (staff.findToChange(id).orElseThrow().state() == StaffState.INVITED) {
            staff.changeState(id, StaffState.ACTIVE);
        }
    }

    private static boolean mayEnrol(Account account) {
        return switch (account.state()) {
            case INVITED, ACTIVE -> true;
            case SUSPENDED, GONE -> false;
        };
    }
}
