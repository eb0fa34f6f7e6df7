package town.machi.shelter.entrance;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.platform.Ids;
import town.machi.shelter.jdbc.KeyRows;

/// What the town signs with in this room: ECDSA on P-256. The first key is made when it is first asked for.
@Component
public class TownSignature {

    private final KeyRows rows;
    private final Ids ids;
    private final Clock clock;
    private volatile @Nullable Keys keys;

    TownSignature(KeyRows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    private record Keys(PrivateKey signing, List<PublicKey> believed) {}

    public PrivateKey privateKey() {
        return keys().signing();
    }

    /// The newest first.
    public List<PublicKey> publicKeys() {
        return keys().believed();
    }

    /// The signature, r and s of 32 bytes each.
    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Keys keys() {
        Keys known = keys;
        if (known == null) {
            known = read();
            keys = known;
        }
        return known;
    }

    private Keys read() {
        try {
            if (rows.list().isEmpty()) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(256);
                KeyPair pair = generator.generateKeyPair();
                rows.addFirst(
                        ids.next(),
                        pair.getPrivate().getEncoded(),
                        pair.getPublic().getEncoded(),
                        clock.instant());
            }
            KeyFactory factory = KeyFactory.getInstance("EC");
            List<KeyRows.Row> found = rows.list();
            List<PublicKey> believed = new ArrayList<>();
            for (KeyRows.Row row : found) {
                believed.add(factory.generatePublic(new X509EncodedKeySpec(row.publicKey())));
            }
            var signing = new PKCS8EncodedKeySpec(found.getFirst().privateKey());
            return new Keys(factory.generatePrivate(signing), List.copyOf(believed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
