package town.machi.platform.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.platform.OutsideDatabase;
import town.machi.platform.jdbc.HouseRows;

/// `bin/backup` and `bin/restore`: `backup FILE`, `proved FILE` or `restore FILE`, beside the program or without it.
/// Exit
/// code 0 and a sentence when it is done; 2 and a sentence when it is not.
public final class TownBackup {

    private TownBackup() {}

    @SuppressWarnings("SystemOut") // a command speaks to whoever ran it
    public static void main(String[] arguments) {
        LoggingSystem.get(TownBackup.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try {
            System.out.println(run(arguments[0], Path.of(arguments[1]), System.getenv()));
        } catch (RuntimeException e) {
            System.err.println(
                    NestedExceptionUtils.getMostSpecificCause(e) instanceof RuntimeException told
                            ? told.getMessage()
                            : e.getMessage());
            System.exit(2);
        }
    }

    private static String run(String what, Path file, Map<String, String> environment) {
        if (what.equals("proved")) {
            return proved(file, environment);
        }
        long begin = System.nanoTime();
        Manifest manifest = what.equals("restore") ? restore(file, environment) : backup(file, environment);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        return "%s: %d rows of %d tables, as of %s, in %.1f s. %s"
                .formatted(
                        what.equals("restore") ? "Restored" : "Saved",
                        manifest.rows(),
                        manifest.tables().size(),
                        manifest.takenAt(),
                        taken.toMillis() / 1000.0,
                        file);
    }

    /// @throws town.machi.platform.CannotStart when there is no town
    static Manifest backup(Path file, Map<String, String> environment) {
        try (OutsideDatabase database = OutsideDatabase.open(environment)) {
            Manifest manifest =
                    new Backup(database.address(), OutsideDatabase.data(environment), Clock.systemUTC()).writeTo(file);
            rows(database).insertBackup(manifest.takenAt(), manifest.rows());
            return manifest;
        }
    }

    /// The town is told that the file was restored elsewhere and found whole.
    static String proved(Path file, Map<String, String> environment) {
        Manifest manifest = new Restore(file).manifest();
        try (OutsideDatabase database = OutsideDatabase.open(environment)) {
            return rows(database).proveBackup(manifest.takenAt())
                    ? "Proved: the town knows that this file can be restored."
                    : "This file is not of this town; nothing is written down.";
        }
    }

    private static HouseRows rows(OutsideDatabase database) {
        return new HouseRows(JdbcClient.create(database.address().ownerDataSource()));
    }

    /// What was made half is taken away again.
    ///
    /// @throws town.machi.platform.CannotStart when the file is not whole, or there is a town already
    static Manifest restore(Path file, Map<String, String> environment) {
        Restore restore = new Restore(file);
        restore.manifest();
        try (OutsideDatabase database = OutsideDatabase.create(environment)) {
            return restore.into(database, OutsideDatabase.data(environment));
        }
    }
}
