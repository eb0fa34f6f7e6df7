package town.machi.submission.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// A secret that opens a draft: 192 random bits in an address or a cookie; the database keeps its hash alone.
public record Token(String value) {

    private static final int BYTES = 24;

    public static Token generate(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean opens(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /// A secret does not belong in a log.
    @Override
    public String toString() {
        return "token";
    }
}
