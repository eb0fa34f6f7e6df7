package town.machi.submission.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Passcode;

/// The town's own key of 32 random bytes, made once and kept in the database, so that all nodes have the same.
/// HMAC-SHA-256 (RFC 2104) with it signs packages and cookies; each purpose has its own word, so that nothing signed
/// for one is good for another.
@Component
public class TownKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private volatile @Nullable SecretKeySpec key;

    TownKey(JdbcClient jdbc, RandomGenerator random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /// The passcode of a submission: the same whenever it is asked for, so it can be said again and is never stored.
    public Passcode passcode(UUID submission) {
        byte[] mac = sign("passcode", bytes(submission));
        long number = ByteBuffer.wrap(mac).getLong() >>> 1;
        return new Passcode(String.format(Locale.ROOT, "%06d", number % 1_000_000));
    }

    public byte[] sign(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isSigned(String purpose, byte[] content, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, content), signature);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            jdbc.sql("INSERT INTO submission.town_key (secret) VALUES (:secret) ON CONFLICT DO NOTHING")
                    .param("secret", fresh)
                    .update();
            byte[] secret = jdbc.sql("SELECT secret FROM submission.town_key")
                    .query(byte[].class)
                    .single();
            known = new SecretKeySpec(secret, ALGORITHM);
            key = known;
        }
        return known;
    }
}
