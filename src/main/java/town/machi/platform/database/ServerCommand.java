package town.machi.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import town.machi.platform.CannotStart;

/// Runs PostgreSQL's own programs. They refuse to run as root, so root runs them in a user namespace of their own
/// (`unshare -U`): there they are nobody, while the files stay root's.
final class ServerCommand {

    private static final long PATIENCE_SECONDS = 180;

    private final Path bin;
    private final List<String> prefix;

    ServerCommand(PostgresBinaries binaries) {
        this.bin = binaries.bin();
        this.prefix = prefix();
    }

    record Outcome(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }

    Outcome run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        return runPlain(command);
    }

    private static List<String> prefix() {
        if (!runsAsRoot()) {
            return List.of();
        }
        List<String> namespace = List.of("unshare", "-U");
        List<String> trial = new ArrayList<>(namespace);
        trial.add("true");
        if (runPlain(trial).ok()) {
            return namespace;
        }
        throw new CannotStart("PostgreSQL does not run as root, and this machine allows no user namespace"
                + " (unshare -U). Start Machi as an ordinary user, or give a server by MACHI_DB_URL.");
    }

    static boolean runsAsRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    /// Output goes to a file, not to a pipe: the postmaster that `pg_ctl` leaves behind would keep a pipe open.
    private static Outcome runPlain(List<String> command) {
        try {
            Path output = Files.createTempFile("machi-postgres", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile());
                Map<String, String> environment = builder.environment();
                environment.keySet().removeIf(name -> name.startsWith("PG"));
                environment.put("LC_ALL", "C");
                Process process = builder.start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return new Outcome(-1, command.getLast() + " did not end in " + PATIENCE_SECONDS + " seconds");
                }
                return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting for PostgreSQL");
        }
    }
}
