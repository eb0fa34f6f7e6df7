package town.machi.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.machi.platform.CannotStart;

/// The PostgreSQL server that comes with the program, in a folder of its own.
///
/// A server outlives a killed program. The next start finds it by `postmaster.pid`: when it is ours, answers, and has
/// the settings we want it is adopted; else it is stopped before another starts. A folder serves one program at a time.
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int START_TRIES = 5;

    private final ClusterFolder folder;
    private final ServerCommand command;
    private final Durability durability;
    private final int port;
    private boolean closed;

    private EmbeddedServer(ClusterFolder folder, ServerCommand command, Durability durability, int port) {
        this.folder = folder;
        this.command = command;
        this.durability = durability;
        this.port = port;
    }

    /// @param folder the server's folder, made when missing (`MACHI_DATA/postgres`)
    /// @throws CannotStart with a sentence for the operator
    public static EmbeddedServer start(Path folder, PostgresBinaries binaries, Durability durability) {
        ClusterFolder cluster = ClusterFolder.lock(folder.toAbsolutePath().normalize());
        try {
            ServerCommand command = new ServerCommand(binaries);
            cluster.create(command, durability);
            Optional<Postmaster> alive = Postmaster.findAlive(cluster.cluster());
            if (alive.isPresent() && isAsWanted(cluster, alive.get().port(), durability)) {
                log.info(
                        "Adopted the PostgreSQL server found running on port {}",
                        alive.get().port());
                return new EmbeddedServer(
                        cluster, command, durability, alive.get().port());
            }
            stopWhatIsLeft(cluster, command);
            return new EmbeddedServer(cluster, command, durability, startNew(cluster, command, durability));
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /// Where a database is on the server that runs in this folder, whoever started it; nothing is locked or changed.
    public static Optional<DatabaseAddress> findRunning(Path folder, String database) {
        Path absolute = folder.toAbsolutePath().normalize();
        return Postmaster.findAlive(absolute.resolve("cluster"))
                .map(alive -> new DatabaseAddress(
                        "jdbc:postgresql://127.0.0.1:" + alive.port() + "/" + database,
                        database,
                        ClusterFolder.readPassword(absolute)));
    }

    /// Stops the server that an earlier run may have left there, and deletes its folder.
    public static void discard(Path folder, PostgresBinaries binaries) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (ClusterFolder cluster = ClusterFolder.lock(folder.toAbsolutePath().normalize())) {
            stopWhatIsLeft(cluster, new ServerCommand(binaries));
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    /// Starts the server again when it has died under a running program; connections then come back by themselves.
    synchronized void revive() {
        if (closed || Postmaster.findAlive(folder.cluster()).isPresent()) {
            return;
        }
        log.warn("The PostgreSQL server is gone; starting it again");
        stopWhatIsLeft(folder, command);
        int found = startNew(folder, command, durability);
        if (found != port) {
            log.error("Port {} was taken meanwhile: please start Machi again", port);
        }
    }

    public int port() {
        return port;
    }

    public String superuserUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String superuserPassword() {
        return folder.password();
    }

    /// Runs one statement as the superuser; for making roles and databases.
    public void execute(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        superuserUrl(database), ClusterFolder.SUPERUSER, folder.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new CannotStart("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    /// Makes the owner role and its database unless they are there, and says where they are.
    public DatabaseAddress database(String name) {
        execute("postgres", """
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                        CREATE ROLE "%1$s" LOGIN CREATEROLE;
                    END IF;
                    ALTER ROLE "%1$s" PASSWORD '%2$s';
                END $$
                """.formatted(name, folder.password()));
        if (!exists(name)) {
            execute("postgres", "CREATE DATABASE \"%1$s\" OWNER \"%1$s\"".formatted(name));
        }
        return new DatabaseAddress(superuserUrl(name), name, folder.password());
    }

    private boolean exists(String database) {
        try (Connection connection = DriverManager.getConnection(
                        superuserUrl("postgres"), ClusterFolder.SUPERUSER, folder.password());
                var statement = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            statement.setString(1, database);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new CannotStart("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    private static boolean isAsWanted(ClusterFolder folder, int port, Durability durability) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=5&socketTimeout=10";
        try (Connection connection = DriverManager.getConnection(url, ClusterFolder.SUPERUSER, folder.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_setting('data_directory'), current_setting('server_version'),
                               current_setting('fsync'), current_setting('synchronous_commit'),
                               current_setting('full_page_writes')
                        """)) {
            row.next();
            String wanted = durability.setting();
            return Path.of(row.getString(1)).equals(folder.cluster())
                    && row.getString(2).startsWith(PostgresBinaries.VERSION)
                    && wanted.equals(row.getString(3))
                    && wanted.equals(row.getString(4))
                    && wanted.equals(row.getString(5));
        } catch (SQLException e) {
            log.warn("The PostgreSQL server found on port {} does not answer as it should: {}", port, e.getMessage());
            return false;
        }
    }

    private static void stopWhatIsLeft(ClusterFolder folder, ServerCommand command) {
        Path cluster = folder.cluster();
        if (Postmaster.findAlive(cluster).isPresent()) {
            log.info("Stopping the PostgreSQL server that an earlier run left in {}", cluster);
            if (!stop(command, cluster, "fast")) {
                stop(command, cluster, "immediate");
            }
        }
        for (ProcessHandle worker : Postmaster.listWorkers(cluster)) {
            worker.destroyForcibly();
            worker.onExit().join();
        }
        Postmaster.forget(cluster);
    }

    private static int startNew(ClusterFolder folder, ServerCommand command, Durability durability) {
        String reason = "";
        for (int tries = 0; tries < START_TRIES; tries++) {
            int port = tries == 0 ? freePort(folder.rememberedPort(0)) : freePort(0);
            folder.writeConfiguration(port, durability);
            ServerCommand.Outcome outcome = command.run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "-w",
                            "-t",
                            "120",
                            "-s",
                            "-D",
                            folder.cluster().toString(),
                            "-l",
                            folder.log().toString()));
            if (outcome.ok()) {
                folder.rememberPort(port);
                log.info("Started PostgreSQL {} on port {}", PostgresBinaries.VERSION, port);
                return port;
            }
            reason = outcome.output();
            stopWhatIsLeft(folder, command);
        }
        throw new CannotStart("PostgreSQL does not start. Its log is " + folder.log() + ". " + reason);
    }

    /// The wanted port when nobody has it, else any free one.
    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw new CannotStart("no free port for PostgreSQL", e);
            }
            return freePort(0);
        }
    }

    private static boolean stop(ServerCommand command, Path cluster, String mode) {
        return command.run("pg_ctl", List.of("stop", "-w", "-t", "60", "-s", "-m", mode, "-D", cluster.toString()))
                .ok();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!stop(command, folder.cluster(), "fast")) {
            log.warn("PostgreSQL did not stop in time; the next start takes it over");
        }
        folder.close();
    }
}
