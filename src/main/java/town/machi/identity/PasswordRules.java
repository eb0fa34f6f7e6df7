package town.machi.identity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import town.machi.kernel.Refusal;

/// What a new password must be: long, and not the first one that somebody would try. No rule about
/// kinds of characters, and no change by the calendar.
///
/// Source: NIST SP 800-63B, 5.1.1; NISC インターネットの安全・安心ハンドブック.
public final class PasswordRules {

    /// In characters.
    static final int SHORTEST = 12;

    /// In bytes of UTF-8: bcrypt reads no further. Latin letters 72, kana and kanji 24.
    static final int LONGEST_BYTES = 72;

    private static final Set<String> FIRST_GUESSES = Set.of(
            "password", "passw0rd", "qwertyuiop", "1qaz2wsx", "admin", "ashikita", "machi", "letmein", "welcome");

    /// One rule: the refusal that it has for this password, if any.
    interface Rule {
        Optional<Refusal> check(String password, Owner owner);
    }

    /// Whose password it shall be.
    public record Owner(String name, String mail) {}

    static final List<Rule> RULES = List.of(
            PasswordRules::longEnough,
            PasswordRules::notTooLong,
            PasswordRules::notAboutTheOwner,
            PasswordRules::notAGuess);

    private PasswordRules() {}

    /// The first rule that the password breaks.
    public static Optional<Refusal> check(String password, Owner owner) {
        return RULES.stream()
                .flatMap(rule -> rule.check(password, owner).stream())
                .findFirst();
    }

    /// The same password typed on another keyboard: composed characters, full width as it is.
    public static String canonical(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static Optional<Refusal> longEnough(String password, Owner owner) {
        var length = password.codePointCount(0, password.length());
        return refuseIf(length < SHORTEST, "identity.password.short", SHORTEST);
    }

    private static Optional<Refusal> notTooLong(String password, Owner owner) {
        var bytes = password.getBytes(StandardCharsets.UTF_8).length;
        return refuseIf(bytes > LONGEST_BYTES, "identity.password.long", LONGEST_BYTES, LONGEST_BYTES / 3);
    }

    private static Optional<Refusal> notAboutTheOwner(String password, Owner owner) {
        var lower = password.toLowerCase(Locale.ROOT);
        var account = owner.mail().toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
        var name = owner.name().replaceAll("\\s", "");
        var tells = (account.length() >= 3 && lower.contains(account)) || (name.length() >= 2 && lower.contains(name));
        return refuseIf(tells, "identity.password.owner");
    }

    private static Optional<Refusal> notAGuess(String password, Owner owner) {
        var lower = password.toLowerCase(Locale.ROOT);
        var rest = lower;
        for (var guess : FIRST_GUESSES) {
            rest = rest.replace(guess, "");
        }
        rest = rest.replaceAll("[\\d\\p{Punct}\\s]+", "");
        var fewKinds = lower.codePoints().distinct().count() < 5;
        return refuseIf(fewKinds || rest.length() < 3 || isRun(lower), "identity.password.guess");
    }

    /// Whether each character follows the one before it, as in abcdefghijkl or 987654321098.
    private static boolean isRun(String password) {
        var steps = 0;
        for (var i = 1; i < password.length(); i++) {
            var step = Math.abs(password.charAt(i) - password.charAt(i - 1));
            steps += step == 1 || step == 9 ? 1 : 0;
        }
        return steps >= password.length() - 2;
    }

    private static Optional<Refusal> refuseIf(boolean broken, String key, Object... args) {
        return broken ? Optional.of(Refusal.of(key, args)) : Optional.empty();
    }
}
