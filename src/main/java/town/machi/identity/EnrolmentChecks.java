package town.machi.identity;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Refusal;
import town.machi.kernel.StaffId;
import town.machi.messaging.Mail;
import town.machi.platform.Ids;

/// The first page behind a one-time link: is what was typed good enough to go on?
@Component
public class EnrolmentChecks {

    private final StaffRows staff;
    private final PasswordProof proof;
    private final Passwords passwords;
    private final RandomGenerator random;
    private final Ids ids;
    private final Clock clock;

    EnrolmentChecks(
            StaffRows staff, PasswordProof proof, Passwords passwords, RandomGenerator random, Ids ids, Clock clock) {
        this.staff = staff;
        this.proof = proof;
        this.passwords = passwords;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /// As it came from the form. Name and mail count for the set-up only.
    public record Typed(String name, String mail, String password, String again) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    /// Good, or what is wrong by the field's name, in the order of the form.
    public sealed interface Checked {
        record Good(PendingEnrolment pending) implements Checked {}

        record Wrong(Map<String, Refusal> byField) implements Checked {}
    }

    Checked check(Enrolment.Opened opened, Typed typed) {
        var account = opened.account();
        var owner = account == null
                ? new PasswordRules.Owner(typed.name().strip(), typed.mail().strip())
                : new PasswordRules.Owner(
                        account.member().name(), account.member().mail());
        var wrong = new LinkedHashMap<String, Refusal>();
        if (account == null) {
            checkPerson(owner.name(), owner.mail()).forEach(wrong::put);
            checkFree(owner.mail()).forEach(wrong::putIfAbsent);
        }
        checkPassword(opened, typed, owner).forEach(wrong::putIfAbsent);
        return wrong.isEmpty() ? good(opened, owner, typed.password()) : new Checked.Wrong(wrong);
    }

    private Checked good(Enrolment.Opened opened, PasswordRules.Owner owner, String password) {
        var encoded = opened.link().purpose().choosesPassword() ? passwords.encode(password) : null;
        var account = opened.account();
        var id = account == null ? new StaffId(ids.next()) : account.member().id();
        return new Checked.Good(
                new PendingEnrolment(opened.link(), id, owner.name(), owner.mail(), encoded, Totp.generate(random)));
    }

    /// The time step of an app's first code, if the code is right.
    OptionalLong provenStep(Totp totp, String code) {
        return totp.acceptedStep(code, clock.instant(), 0);
    }

    /// Who came by the link has proved enough: what went wrong before counts no more.
    void forgetTries(Account account) {
        proof.forgetTries(account);
    }

    private Map<String, Refusal> checkPassword(Enrolment.Opened opened, Typed typed, PasswordRules.Owner owner) {
        if (opened.link().purpose().choosesPassword()) {
            return checkNewPassword(typed.password(), typed.again(), owner);
        }
        var account = Objects.requireNonNull(opened.account(), "only the set-up link is nobody's");
        return asField("password", proof.check(account.member().id(), typed.password()));
    }

    private Map<String, Refusal> checkFree(String mail) {
        return staff.findByMail(mail).isPresent() ? Map.of("mail", Refusal.of("identity.staff.mail-taken")) : Map.of();
    }

    static Map<String, Refusal> checkNewPassword(String password, String again, PasswordRules.Owner owner) {
        var refusal = PasswordRules.check(password, owner);
        if (refusal.isPresent()) {
            return asField("password", refusal);
        }
        return password.equals(again) ? Map.of() : Map.of("again", Refusal.of("identity.password.differs"));
    }

    /// Name and mail of a new member of staff.
    static Map<String, Refusal> checkPerson(String name, String mail) {
        var wrong = new LinkedHashMap<String, Refusal>();
        if (name.isBlank() || name.length() > 100) {
            wrong.put("name", Refusal.of("identity.staff.name"));
        }
        if (!Mail.isAddress(mail)) {
            wrong.put("mail", Refusal.of("identity.staff.mail"));
        }
        return wrong;
    }

    private static Map<String, Refusal> asField(String field, Optional<Refusal> refusal) {
        return refusal.map(why -> Map.of(field, why)).orElse(Map.of());
    }
}
