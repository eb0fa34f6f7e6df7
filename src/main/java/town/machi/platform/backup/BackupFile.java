package town.machi.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.platform.vitals.MetricsKey;

/// What writing and reading a backup have in common.
final class BackupFile {

    /// Where the files of the data folder lie in the ZIP.
    static final String FILES = "files/";

    /// What a node says of itself only.
    private static final Set<String> OF_THE_NODE = Set.of("address", ".machi-data", MetricsKey.FILE);

    private BackupFile() {}

    static boolean isKept(Path file) {
        return !OF_THE_NODE.contains(file.getFileName().toString());
    }

    /// A backup holds everything the town knows of its people.
    static void keepToOneself(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Rows come in the order in which they lie, so that the same rows have the same hash.
    static void readInOrder(JdbcClient jdbc) {
        jdbc.sql("SET LOCAL synchronize_seqscans = off").update();
        jdbc.sql("SET LOCAL max_parallel_workers_per_gather = 0").update();
    }
}
