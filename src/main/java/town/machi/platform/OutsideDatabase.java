package town.machi.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import town.machi.platform.database.DatabaseAddress;
import town.machi.platform.database.Durability;
import town.machi.platform.database.EmbeddedServer;
import town.machi.platform.database.PostgresBinaries;

/// The town's database for a command that runs beside the program or without it: the one of `MACHI_DB_URL`, else the
/// embedded server, found running in `MACHI_DATA` or started for as long as the command lasts.
public final class OutsideDatabase implements AutoCloseable {

    private static final String DATABASE = "machi";

    private final DatabaseAddress address;
    private final @Nullable EmbeddedServer started;
    private final @Nullable Path folder;

    private OutsideDatabase(DatabaseAddress address, @Nullable EmbeddedServer started, @Nullable Path folder) {
        this.address = address;
        this.started = started;
        this.folder = folder;
    }

    /// @param environment as `System.getenv()` gives it
    /// @throws CannotStart with a sentence, when there is none
    public static OutsideDatabase open(Map<String, String> environment) {
        Optional<DatabaseAddress> own = ownAddress(environment);
        if (own.isPresent()) {
            return new OutsideDatabase(own.get(), null, null);
        }
        Path data = data(environment);
        Optional<DatabaseAddress> running = EmbeddedServer.findRunning(data.resolve("postgres"), DATABASE);
        if (running.isPresent()) {
            return new OutsideDatabase(running.get(), null, null);
        }
        if (!Files.exists(data.resolve("postgres/cluster/PG_VERSION"))) {
            throw new CannotStart("There is no town in " + data + ". Name its folder by MACHI_DATA.");
        }
        return start(data);
    }

    /// The database for a town that is not there yet: the one of `MACHI_DB_URL`, else one on a new embedded server in
    /// `MACHI_DATA`.
    ///
    /// @throws CannotStart with a sentence, when there is a town in `MACHI_DATA`
    public static OutsideDatabase create(Map<String, String> environment) {
        Optional<DatabaseAddress> own = ownAddress(environment);
        if (own.isPresent()) {
            return new OutsideDatabase(own.get(), null, null);
        }
        Path data = data(environment);
        if (Files.exists(data.resolve("postgres/cluster/PG_VERSION"))) {
            throw new CannotStart("There is a town in " + data + " already. Name an empty folder by MACHI_DATA.");
        }
        return start(data);
    }

    private static OutsideDatabase start(Path data) {
        EmbeddedServer server = EmbeddedServer.start(
                data.resolve("postgres"), PostgresBinaries.unpackInto(data.resolve("tools")), Durability.DURABLE);
        return new OutsideDatabase(server.database(DATABASE), server, data);
    }

    private static Optional<DatabaseAddress> ownAddress(Map<String, String> environment) {
        String url = environment.getOrDefault("MACHI_DB_URL", "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String user = environment.getOrDefault("MACHI_DB_USER", DATABASE);
        String appUser = environment.get("MACHI_DB_APP_USER");
        String password = environment.getOrDefault("MACHI_DB_PASSWORD", "");
        return Optional.of(new DatabaseAddress(url, user, password, appUser));
    }

    /// As owner and as working role.
    public DatabaseAddress address() {
        return address;
    }

    /// The folder of what this node writes, as `MACHI_DATA` says.
    public static Path data(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("MACHI_DATA", "data"))
                .toAbsolutePath()
                .normalize();
    }

    /// Single connections as the working role, without a pool.
    public DataSource asWorkingRole() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.appRole());
        source.setPassword(address.appPassword());
        source.setApplicationName("machi command");
        return source;
    }

    /// Takes away what a command has made here and could not finish.
    ///
    /// @param schemas all that a town may have
    public void discard(List<String> schemas) {
        String all = schemas.stream().map(schema -> "\"" + schema + "\"").collect(Collectors.joining(", "));
        try (Connection connection = address.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + all + " CASCADE");
        } catch (SQLException e) {
            throw new CannotStart(
                    "The half-made town in " + address.url() + " could not be taken away: " + e.getMessage(), e);
        }
        close();
        if (folder != null) {
            EmbeddedServer.discard(folder.resolve("postgres"), PostgresBinaries.unpackInto(folder.resolve("tools")));
        }
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
