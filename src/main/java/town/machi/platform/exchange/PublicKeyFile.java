package town.machi.platform.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import town.machi.platform.Zone;

/// A zone's public key as a file of one line, which people carry from one side to the other: `machi public …`.
final class PublicKeyFile {

    static final String ALGORITHM = "Ed25519";
    private static final String MARK = "machi";

    private PublicKeyFile() {}

    static void write(Path file, Zone zone, PublicKey key) throws IOException {
        String line = MARK + " " + zone.word() + " " + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
        if (!Files.exists(file) || !Files.readString(file).equals(line)) {
            ExchangeFolder.write(file, out -> out.write(line.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        }
    }

    /// @param zone whose key it must be
    static KeyFound read(Path file, Zone zone) {
        try {
            if (!Files.exists(file)) {
                return new KeyFound.None(file + " がありません。相手の側の公開鍵のファイルを、そこへ置いてください。");
            }
            String[] words = Files.readString(file).strip().split(" ", -1);
            if (words.length != 3 || !words[0].equals(MARK)) {
                return new KeyFound.None(file + " は、Machi の公開鍵のファイルではありません。相手の側から写しなおしてください。");
            }
            if (!words[1].equals(zone.word())) {
                return new KeyFound.None(
                        file + " は、" + zone.label() + "の公開鍵ではありません。相手の側の " + zone.word() + ".pub を置いてください。");
            }
            var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(words[2]));
            return new KeyFound.Found(KeyFactory.getInstance(ALGORITHM).generatePublic(spec));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            return new KeyFound.None(file + " を読めません。相手の側から写しなおしてください。");
        }
    }

    sealed interface KeyFound {

        record Found(PublicKey key) implements KeyFound {}

        /// @param advice what is wrong and what to do
        record None(String advice) implements KeyFound {}
    }
}
