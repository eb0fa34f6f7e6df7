package town.machi.shelter.entrance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Secrets that people read, type and say, and what is kept of them.
final class Codes {

    /// No letter that is taken for a digit, nor the other way round.
    private static final String LETTERS = "ABCDEFGHJKMNPQRTUVWXY346789";

    private static final int PASS_LETTERS = 12;
    private static final long RENEWALS = 1_000_000_000_000L;

    private Codes() {}

    /// Twelve letters and digits, about 57 bits.
    static String pass(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < PASS_LETTERS; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /// As typed: in small letters, with blanks or hyphens.
    static byte[] hash(String typed) {
        String plain = typed.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        return sha256(plain.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Twelve digits to be read out over the telephone: the same whenever it is asked for.
    static String renewal(byte[] secret, int number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] all = mac.doFinal(("renewal " + number).getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 8; i++) {
                bits = bits << 8 | all[i] & 0xff;
            }
            return String.format(Locale.ROOT, "%012d", Long.remainderUnsigned(bits, RENEWALS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
