package town.machi.support;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/// Keys as devices make them.
public final class TestKeys {

    private TestKeys() {}

    /// A fresh public key of P-256, SubjectPublicKeyInfo.
    public static byte[] publicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair().getPublic().getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
