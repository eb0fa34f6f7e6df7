package town.machi.identity;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.SessionRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;

/// What people change about their own sign-in.
@Component
public class OwnAccount {

    private final StaffRows staff;
    private final FactorRows factors;
    private final SessionRows sessions;
    private final PasswordProof proof;
    private final RecoveryCodes codes;
    private final OwnTrail trail;

    OwnAccount(
            StaffRows staff,
            FactorRows factors,
            SessionRows sessions,
            PasswordProof proof,
            RecoveryCodes codes,
            OwnTrail trail) {
        this.staff = staff;
        this.factors = factors;
        this.sessions = sessions;
        this.proof = proof;
        this.codes = codes;
        this.trail = trail;
    }

    /// As it came from the form.
    public record NewPassword(String current, String password, String again) {

        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    /// Changes the password and ends all sessions but this one.
    ///
    /// @return what is wrong by the form's field; empty where it is done
    @Transactional
    public Map<String, Refusal> changePassword(Actor.Staff who, NewPassword typed, String sessionId) {
        var wrong = proof.check(who.staffId(), typed.current());
        if (wrong.isPresent()) {
            trail.refused(who, "password", wrong.get());
            return Map.of("current", wrong.get());
        }
        var member = staff.find(who.staffId()).orElseThrow().member();
        var owner = new PasswordRules.Owner(member.name(), member.mail());
        var broken = EnrolmentChecks.checkNewPassword(typed.password(), typed.again(), owner);
        if (!broken.isEmpty()) {
            return broken;
        }
        factors.changePassword(who.staffId(), proof.encode(typed.password()));
        sessions.endOthers(who.staffId(), sessionId);
        trail.done(who, "password", "パスワードが変更されました。");
        return Map.of();
    }

    /// Ten new codes, shown this once, or why not.
    public sealed interface NewCodes {
        record Made(List<RecoveryCode> codes) implements NewCodes {}

        record Refused(Refusal why) implements NewCodes {}
    }

    @Transactional
    public NewCodes renewRecoveryCodes(Actor.Staff who, String password) {
        var wrong = proof.check(who.staffId(), password);
        if (wrong.isPresent()) {
            trail.refused(who, "recovery-codes", wrong.get());
            return new NewCodes.Refused(wrong.get());
        }
        trail.done(who, "recovery-codes", "予備コードが新しく発行されました。前の予備コードは使えません。");
        return new NewCodes.Made(codes.renew(who.staffId()));
    }

    public int countRecoveryCodes(Actor.Staff who) {
        return factors.countRecoveryCodes(who.staffId());
    }

    /// すべての端末からサインアウト: this session too.
    @Transactional
    public void signOutEverywhere(Actor.Staff who) {
        sessions.endAll(who.staffId());
        trail.signedOut(who, "everywhere");
    }

    /// This session; the caller ends it.
    @Transactional
    public void signedOut(Actor.Staff who) {
        trail.signedOut(who, "here");
    }
}
