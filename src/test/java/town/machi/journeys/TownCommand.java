package town.machi.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A command of the packaged program, as `bin/audit-verify`, `bin/backup` and `bin/restore` call it.
final class TownCommand {

    /// @param exit the command's own code
    record Ended(int exit, String said) {}

    private TownCommand() {}

    /// `bin/audit-verify`: 0 sound, 1 broken, 2 not readable.
    static Ended auditVerify(Path data) throws IOException, InterruptedException {
        return auditVerify(data, Map.of());
    }

    /// @param environment where the database is, if it is not the embedded one
    static Ended auditVerify(Path data, Map<String, String> environment) throws IOException, InterruptedException {
        return run("town.machi.audit.chain.AuditVerify", data, environment);
    }

    /// `bin/backup`: 0 saved, 2 not.
    static Ended backup(Path data, Path file) throws IOException, InterruptedException {
        return run("town.machi.platform.backup.TownBackup", data, Map.of(), "backup", file.toString());
    }

    /// `bin/restore`: 0 restored, 2 not.
    static Ended restore(Path data, Path file) throws IOException, InterruptedException {
        return run("town.machi.platform.backup.TownBackup", data, Map.of(), "restore", file.toString());
    }

    private static Ended run(String main, Path data, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dloader.main=" + main,
                "-cp",
                System.getProperty("machi.jar", "target/machi.jar"),
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        line.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(line).redirectErrorStream(true);
        command.environment().putAll(environment);
        command.environment().put("MACHI_DATA", data.toAbsolutePath().toString());
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
