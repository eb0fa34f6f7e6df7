package town.machi.platform.vitals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import town.machi.platform.MachiProperties;

/// The key to metrics and vital signs: `MACHI_METRICS_KEY`, or one of this node's own, which lies in the data folder's
/// file `metrics-key` for its owner alone. A collector on this machine can be pointed at the file.
@Component
public class MetricsKey {

    /// The file's name in the data folder.
    public static final String FILE = "metrics-key";

    private static final int BYTES = 24;

    private final String key;

    /// @param ground first, since it looks after the data folder
    MetricsKey(
            MachiProperties properties,
            RandomGenerator random,
            DataSource ground,
            @Value("${machi.metrics.key:}") String given) {
        this.key = given.isEmpty() ? own(properties.data(), random) : given;
    }

    /// @param authorization the request's header: `Bearer …`
    boolean opens(@Nullable String authorization) {
        return authorization != null && MessageDigest.isEqual(bytes(authorization.strip()), bytes("Bearer " + key));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String own(Path data, RandomGenerator random) {
        Path file = data.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] key = new byte[BYTES];
            random.nextBytes(key);
            Files.createDirectories(data);
            Path half = Files.createTempFile(data, FILE, ".half");
            if (Files.getFileStore(half).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(half, HexFormat.of().formatHex(key) + "\n");
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
