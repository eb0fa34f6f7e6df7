package town.machi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.platform.database.DatabaseAddress;
import town.machi.platform.database.Durability;
import town.machi.platform.database.EmbeddedServer;

/// A durable PostgreSQL of the test's own, outside every town: what `MACHI_DB_URL` points to. Nobody watches over it,
/// so it can be killed, halted and started again while towns run on it.
public final class OutsideServer implements AutoCloseable {

    private static final String DATABASE = "machi";

    private final Path folder;
    private EmbeddedServer server;

    private OutsideServer(Path folder) {
        this.folder = folder;
        this.server = begin();
    }

    public static OutsideServer start() {
        try {
            return new OutsideServer(Files.createTempDirectory("machi-outside"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedServer begin() {
        return EmbeddedServer.start(folder.resolve("postgres"), TestServer.binaries(), Durability.DURABLE);
    }

    public DatabaseAddress address() {
        return server.database(DATABASE);
    }

    /// What tells a town to use it.
    public Map<String, String> environment() {
        DatabaseAddress address = address();
        return Map.of(
                "MACHI_DB_URL", address.url(),
                "MACHI_DB_USER", address.owner(),
                "MACHI_DB_PASSWORD", address.password());
    }

    /// For looking at the tables, as their owner.
    public JdbcClient look() {
        return JdbcClient.create(address().ownerDataSource());
    }

    /// As `kill -9` of the postmaster does; its children follow it.
    public void kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> children = postmaster.children().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        children.forEach(child -> child.onExit().join());
        server.close();
    }

    /// The next life of a killed server: same data, same port.
    public void startAgain() {
        server = begin();
    }

    /// It stops in the middle of what it does and answers nothing: a machine that hangs, a line that is cut.
    public void halt() {
        everyProcess(process -> signal("-STOP", process));
    }

    public void goOn() {
        everyProcess(process -> signal("-CONT", process));
    }

    private void everyProcess(Consumer<ProcessHandle> work) {
        ProcessHandle postmaster = postmaster();
        Stream.concat(Stream.of(postmaster), postmaster.children()).forEach(work);
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessHandle postmaster() {
        try {
            Path file = folder.resolve("postgres/cluster/postmaster.pid");
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        FileUtils.deleteQuietly(folder.toFile());
    }
}
