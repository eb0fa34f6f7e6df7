package town.machi.messaging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Whether LINE said it: HMAC-SHA256 of the very bytes, with the channel secret, in Base64.
///
/// Source: LINE Developers, verify webhook signature.
public final class LineSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private LineSignature() {}

    public static String of(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Takes the same time whatever differs.
    public static boolean isGood(String secret, byte[] body, @Nullable String signature) {
        return !secret.isEmpty()
                && signature != null
                && MessageDigest.isEqual(
                        of(secret, body).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
    }
}
