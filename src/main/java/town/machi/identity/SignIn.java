package town.machi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.SignInEntry.Outcome;
import town.machi.identity.SignInEntry.Way;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Refusal;
import town.machi.kernel.StaffId;

/// Signing in: a password and then a second factor, or a passkey, which is both.
///
/// Who is unknown, suspended or merely invited gets the answer that a wrong password gets, after the same work.
@Component
public class SignIn {

    private final StaffRows staff;
    private final FactorRows factors;
    private final TryGuard guard;
    private final Passwords passwords;
    private final SignInLog log;
    private final Clock clock;

    SignIn(StaffRows staff, FactorRows factors, TryGuard guard, Passwords passwords, SignInLog log, Clock clock) {
        this.staff = staff;
        this.factors = factors;
        this.guard = guard;
        this.passwords = passwords;
        this.log = log;
        this.clock = clock;
    }

    /// The first step. No transaction spans it: bcrypt takes its time, and connections are few.
    ///
    /// @param address the network address of the caller
    public SignInStep withPassword(String mail, String password, String address) {
        var account = staff.findByMail(mail).orElse(null);
        var locked = guard.begin(mail);
        var right = passwords.matches(password, account == null ? null : account.password());
        if (locked.isPresent()) {
            log.record(account, Way.PASSWORD, Outcome.LOCKED, address);
            return new SignInStep.Refused(resting(locked.get()));
        }
        if (account == null || !right || !account.isActive()) {
            log.record(account, Way.PASSWORD, Outcome.FAILED, address);
            return new SignInStep.Refused(Refusal.of("identity.sign-in.wrong"));
        }
        guard.takeBack(mail);
        if (account.totp() == null) {
            log.record(account, Way.PASSWORD, Outcome.FAILED, address);
            return new SignInStep.Refused(Refusal.of("identity.sign-in.factor-missing"));
        }
        var pending = new PendingSignIn(account.member().id(), account.revision(), clock.instant());
        return new SignInStep.SecondFactorNeeded(pending);
    }

    /// The second step with the six digits of the app.
    @Transactional
    public SignInStep withCode(PendingSignIn pending, String code, String address) {
        return secondStep(pending, Way.CODE, address, account -> takeCode(account, code));
    }

    /// The second step with a code from the paper.
    @Transactional
    public SignInStep withRecoveryCode(PendingSignIn pending, String code, String address) {
        return secondStep(pending, Way.RECOVERY_CODE, address, account -> {
            var hash = RecoveryCode.typed(code).hashFor(account.member().id());
            return factors.takeRecoveryCode(account.member().id(), hash, clock.instant());
        });
    }

    /// A passkey whose signature was right, made by a verified person.
    @Transactional
    public SignInStep withPasskey(@Nullable StaffId id, String address) {
        var account = Optional.ofNullable(id).flatMap(staff::find).orElse(null);
        if (account == null || !account.isActive()) {
            log.record(account, Way.PASSKEY, Outcome.FAILED, address);
            return new SignInStep.Refused(Refusal.of("identity.sign-in.passkey-wrong"));
        }
        return signedIn(account, Way.PASSKEY, address);
    }

    private interface Proof {
        boolean holdsFor(Account account);
    }

    private SignInStep secondStep(PendingSignIn pending, Way way, String address, Proof proof) {
        var account = staff.find(pending.staff()).filter(Account::isActive).orElse(null);
        if (account == null || account.revision() != pending.revision() || pending.isOver(clock.instant())) {
            return new SignInStep.StartAgain();
        }
        var locked = guard.begin(account.member().mail());
        if (locked.isPresent()) {
            log.record(account, way, Outcome.LOCKED, address);
            return new SignInStep.Refused(resting(locked.get()));
        }
        if (!proof.holdsFor(account)) {
            log.record(account, way, Outcome.FAILED, address);
            return new SignInStep.Refused(Refusal.of("identity.sign-in.wrong-code"));
        }
        return signedIn(account, way, address);
    }

    private SignInStep signedIn(Account account, Way way, String address) {
        guard.clear(account.member().mail());
        log.record(account, way, Outcome.OK, address);
        return new SignInStep.SignedIn(account);
    }

    private boolean takeCode(Account account, String code) {
        var totp = account.totp();
        if (totp == null) {
            return false;
        }
        var step = totp.acceptedStep(code, clock.instant(), account.totpStep());
        return step.isPresent() && factors.takeStep(account.member().id(), step.getAsLong());
    }

    private Refusal resting(Instant until) {
        var minutes = Duration.between(clock.instant(), until).plusSeconds(59).toMinutes();
        return Refusal.of("identity.sign-in.resting", minutes);
    }
}
