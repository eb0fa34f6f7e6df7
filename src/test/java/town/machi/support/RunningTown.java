package town.machi.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.platform.database.DatabaseAddress;
import town.machi.platform.database.EmbeddedServer;

/// The packaged program in a process of its own, as `bin/run` starts it: any free port, a data folder that is thrown
/// away at the end. A folder given by the caller stays, so that the town can be killed and started again.
public final class RunningTown implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(180);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path data;
    private final Map<String, String> environment;
    private final boolean throwaway;

    private RunningTown(Process process, Path data, Map<String, String> environment, boolean throwaway) {
        this.process = process;
        this.data = data;
        this.environment = Map.copyOf(environment);
        this.throwaway = throwaway;
    }

    /// A new town with the demo's people and cases.
    public static RunningTown start() {
        return start(Map.of());
    }

    /// The same with more variables, for example `MACHI_DEMO=false`.
    public static RunningTown start(Map<String, String> environment) {
        try {
            return begin(Files.createTempDirectory("machi-journey"), environment, true)
                    .ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The town whose data lies in the folder.
    public static RunningTown start(Path data, Map<String, String> environment) {
        return begin(data, environment, false).ready();
    }

    /// One more node on a database of its own or shared with others.
    public static RunningTown startOn(DatabaseAddress database, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("MACHI_DB_URL", database.url());
        all.put("MACHI_DB_USER", database.owner());
        all.put("MACHI_DB_PASSWORD", database.password());
        all.put("MACHI_DB_APP_USER", database.appRole());
        return start(all);
    }

    /// Starts and does not wait: for starts that are meant to be refused, or killed half-way.
    public static RunningTown begin(Path data, Map<String, String> environment) {
        return begin(data, environment, false);
    }

    private static RunningTown begin(Path data, Map<String, String> environment, boolean throwaway) {
        return begin(data, environment, throwaway, PackagedProgram.command());
    }

    /// With a command of the caller's, to train the cache.
    static RunningTown begin(Path data, List<String> command) {
        return begin(data, Map.of(), false, command);
    }

    private static RunningTown begin(
            Path data, Map<String, String> environment, boolean throwaway, List<String> command) {
        try {
            Path folder = data.toAbsolutePath();
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("address"));
            shareTools(folder.resolve("tools"));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("MACHI_") && !name.equals("MACHI_FONTS"));
            builder.environment()
                    .putAll(Map.of("MACHI_PORT", "0", "MACHI_DATA", folder.toString(), "MACHI_DEMO", "true"));
            builder.environment().putAll(environment);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                    folder.resolve("output.log").toFile()));
            return new RunningTown(builder.start(), folder, environment, throwaway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// PostgreSQL's programs are unpacked once for all towns of a test run.
    private static void shareTools(Path link) throws IOException {
        Path tools = TestServer.binaries().bin().resolve("../..").normalize();
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, tools);
        }
    }

    /// Waits until it answers.
    public RunningTown ready() {
        try {
            await().atMost(START_PATIENCE).until(() -> isReady() || !process.isAlive());
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        if (!isReady()) {
            throw new IllegalStateException("The town did not start:\n" + String.join("\n", output()));
        }
        return this;
    }

    /// `http://localhost:41234`, without a slash at its end.
    public String address() {
        try {
            return Files.readString(data.resolve("address")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address of a page: `url("/office/sign-in")`.
    public String url(String path) {
        return address() + path;
    }

    /// All that it has said so far, to all its lives in this folder.
    public List<String> output() {
        try {
            return Files.readAllLines(data.resolve("output.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path data() {
        return data;
    }

    /// How far its clock is ahead of ours.
    public Duration ahead() {
        return Duration.parse(environment.getOrDefault("MACHI_CLOCK_AHEAD", "PT0S"));
    }

    /// The embedded database, for looking at its tables as their owner.
    public JdbcClient look() {
        return JdbcClient.create(EmbeddedServer.findRunning(data.resolve("postgres"), "machi")
                .orElseThrow()
                .ownerDataSource());
    }

    public Process process() {
        return process;
    }

    /// As `kill -9` does. The database server lives on.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// The same to the embedded database server, if it lives.
    public void killDatabase() {
        findPostmaster().flatMap(ProcessHandle::of).ifPresent(postmaster -> {
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        });
    }

    /// Holds the embedded database server and all its parts still, so that it neither answers nor dies.
    public void freezeDatabase() {
        signalDatabase("STOP");
    }

    /// Lets it go on.
    public void thawDatabase() {
        signalDatabase("CONT");
    }

    private void signalDatabase(String signal) {
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(postmaster.pid())));
        postmaster.descendants().forEach(part -> command.add(Long.toString(part.pid())));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The process id of the embedded database server.
    public long postmaster() {
        return findPostmaster().orElseThrow();
    }

    private Optional<Long> findPostmaster() {
        Path file = data.resolve("postgres/cluster/postmaster.pid");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().findFirst().map(line -> Long.parseLong(line.strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next life of a killed or stopped town, on the same data.
    public RunningTown startAgain() {
        return begin(data, environment, throwaway).ready();
    }

    /// Stops as the operator does (SIGTERM) and waits for the end.
    public void stop() {
        process.destroy();
        await().atMost(STOP_PATIENCE).until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        stop();
        if (throwaway) {
            discard();
        }
    }

    /// Deletes the folder of a stopped town. The programs that other towns use through the link stay.
    public void discard() {
        try {
            EmbeddedServer.discard(data.resolve("postgres"), TestServer.binaries());
            Files.deleteIfExists(data.resolve("tools"));
            FileUtils.deleteDirectory(data.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        return Files.exists(data.resolve("address"));
    }
}
