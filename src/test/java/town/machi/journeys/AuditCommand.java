package town.machi.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// `bin/audit-verify`, from the packaged program.
final class AuditCommand {

    /// @param exit 0 sound, 1 broken, 2 not readable
    record Checked(int exit, String said) {}

    private AuditCommand() {}

    static Checked run(Path data) throws IOException, InterruptedException {
        return run(data, Map.of());
    }

    /// @param environment where the database is, if it is not the embedded one
    static Checked run(Path data, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dloader.main=town.machi.audit.chain.AuditVerify",
                        "-cp",
                        System.getProperty("machi.jar", "target/machi.jar"),
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                .redirectErrorStream(true);
        command.environment().putAll(environment);
        command.environment().put("MACHI_DATA", data.toAbsolutePath().toString());
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Checked(process.waitFor(), said);
    }
}
