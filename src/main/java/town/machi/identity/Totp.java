package town.machi.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/// The six digits of an authenticator app: SHA-1, six digits, 30 seconds, as every app understands.
/// A clock may be one step off either way, and no code works twice.
///
/// Source: RFC 6238 (5.2 asks for the one-time use), the otpauth key format of Google Authenticator.
///
/// @param secret Base32, 160 bits
public record Totp(String secret) implements Serializable {

    static final int STEP_SECONDS = 30;
    private static final int SECRET_BYTES = 20;
    private static final int STEPS_OFF = 1;
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    public static Totp generate(RandomGenerator random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new Totp(Base32.encode(bytes));
    }

    /// The time step for which the code stands, if it is right and later than the last one taken.
    public OptionalLong acceptedStep(String typed, Instant now, long lastStep) {
        var code = digits(typed);
        var current = stepAt(now);
        for (var step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
            if (step > lastStep && same(codeAt(step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /// The code of one time step.
    public String codeAt(long step) {
        try {
            var key = new SecretKeySpec(Base32.decode(secret), GENERATOR.getAlgorithm());
            return GENERATOR.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Every Base32 secret is a key", e);
        }
    }

    public static long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    /// What the QR code says to the app.
    ///
    /// @param issuer the town's name, shown above the code
    /// @param account the person's mail address
    public String uri(String issuer, String account) {
        return "otpauth://totp/" + escaped(issuer) + ":" + escaped(account) + "?secret=" + secret + "&issuer="
                + escaped(issuer) + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    /// In groups of four, for who types it by hand.
    public String secretInGroups() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// Neither logs nor error messages get the secret.
    @Override
    public String toString() {
        return "Totp[…]";
    }

    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\D", "");
    }

    private static boolean same(String expected, String typed) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.US_ASCII));
    }

    private static String escaped(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
