package town.machi.procedure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of one procedure's folder as text, by name: `procedure.yaml`, `procedure.en.yaml`, `procedure.easy.yaml`.
/// The town's vocabulary goes with it (`vocabulary.yaml`), so that a source explains itself years later.
public record ProcedureSource(SortedMap<String, String> files) {

    public static final String MAIN = "procedure.yaml";
    public static final String EASY = "procedure.easy.yaml";
    public static final String ENGLISH = "procedure.en.yaml";
    public static final String VOCABULARY = "vocabulary.yaml";

    public ProcedureSource {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// SHA-256 over names and contents, in hexadecimal. Equal hashes are equal sources.
    public String hash() {
        MessageDigest digest = sha256();
        files.forEach((name, content) -> {
            update(digest, name);
            update(digest, content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The length goes first, so that no two sources run together.
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
