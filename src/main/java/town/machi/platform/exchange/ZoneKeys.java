package town.machi.platform.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;
import town.machi.platform.Zone;
import town.machi.platform.jdbc.ZoneKeyRows;

/// This zone's key pair (Ed25519, RFC 8032), made once and kept in its database, so that all its nodes have the same
/// and
/// a restored backup too; and the other zone's public key, which somebody carried here.
final class ZoneKeys implements Signer {

    private static final byte[] PURPOSE = "machi exchange 1\0".getBytes(StandardCharsets.US_ASCII);

    private final ZoneKeyRows rows;
    private final Zone zone;
    private final Path own;
    private final Path partner;
    private volatile @Nullable KeyPair pair;

    /// @param own where this zone's public key is written, for people to carry
    /// @param partner where the other one's lies
    ZoneKeys(ZoneKeyRows rows, Zone zone, Path own, Path partner) {
        this.rows = rows;
        this.zone = zone;
        this.own = own;
        this.partner = partner;
    }

    @Override
    public byte[] sign(byte[] digest) {
        try {
            Signature signature = Signature.getInstance(PublicKeyFile.ALGORITHM);
            signature.initSign(pair().getPrivate());
            signature.update(PURPOSE);
            signature.update(digest);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isOwn(byte[] digest, byte[] signature) {
        return isSigned(pair().getPublic(), digest, signature);
    }

    @Override
    public boolean isPartners(byte[] digest, byte[] signature) {
        return partner() instanceof PublicKeyFile.KeyFound.Found(PublicKey key) && isSigned(key, digest, signature);
    }

    PublicKeyFile.KeyFound partner() {
        return PublicKeyFile.read(partner, zone.partner());
    }

    /// Writes this zone's public key where people find it.
    void show() {
        try {
            PublicKeyFile.write(own, zone, pair().getPublic());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSigned(PublicKey key, byte[] digest, byte[] given) {
        try {
            Signature signature = Signature.getInstance(PublicKeyFile.ALGORITHM);
            signature.initVerify(key);
            signature.update(PURPOSE);
            signature.update(digest);
            return signature.verify(given);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private KeyPair pair() {
        KeyPair known = pair;
        if (known == null) {
            try {
                KeyPair fresh =
                        KeyPairGenerator.getInstance(PublicKeyFile.ALGORITHM).generateKeyPair();
                ZoneKeyRows.Pair kept = rows.keep(new ZoneKeyRows.Pair(
                        fresh.getPrivate().getEncoded(), fresh.getPublic().getEncoded()));
                KeyFactory factory = KeyFactory.getInstance(PublicKeyFile.ALGORITHM);
                PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(kept.secret()));
                known = new KeyPair(factory.generatePublic(new X509EncodedKeySpec(kept.publicKey())), secret);
                pair = known;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return known;
    }
}
