package town.machi.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

    private OutsideDatabase(DatabaseAddress address, @Nullable EmbeddedServer started) {
        this.address = address;
        this.started = started;
    }

    /// @param environment as `System.getenv()` gives it
    /// @throws CannotStart with a sentence, when there is none
    public static OutsideDatabase open(Map<String, String> environment) {
        String url = environment.getOrDefault("MACHI_DB_URL", "");
        if (!url.isEmpty()) {
            String user = environment.getOrDefault("MACHI_DB_USER", DATABASE);
            String appUser = environment.get("MACHI_DB_APP_USER");
            String password = environment.getOrDefault("MACHI_DB_PASSWORD", "");
            return new OutsideDatabase(new DatabaseAddress(url, user, password, appUser), null);
        }
        Path data = data(environment);
        Optional<DatabaseAddress> running = EmbeddedServer.findRunning(data.resolve("postgres"), DATABASE);
        if (running.isPresent()) {
            return new OutsideDatabase(running.get(), null);
        }
        if (!Files.exists(data.resolve("postgres/cluster/PG_VERSION"))) {
            throw new CannotStart("There is no town in " + data + ". Name its folder by MACHI_DATA.");
        }
        EmbeddedServer server = EmbeddedServer.start(
                data.resolve("postgres"), PostgresBinaries.unpackInto(data.resolve("tools")), Durability.DURABLE);
        return new OutsideDatabase(server.database(DATABASE), server);
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

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
