package town.machi.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import town.machi.platform.CannotStart;

/// Brings every room's schema up to date, in the order of `db/migration/floor-plan.txt`, as the owner.
///
/// Each room has a schema with its own name and its own history table. After its migrations the working role is given
/// SELECT, INSERT, UPDATE and DELETE on its tables, or exactly what the room's `grants.sql` says (there `:app` stands
/// for the role). When nothing has changed since the last run, one query finds that out and nothing else happens.
public final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final String HISTORY = "migration_history";
    private static final long LOCK = 0x6d61636869L;
    private static final String GRANTS = """
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA :room TO :app;
            GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA :room TO :app;
            """;

    private final DatabaseAddress address;
    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    public Migrations(DatabaseAddress address) {
        this.address = address;
    }

    /// @throws CannotStart when the server cannot be reached, is too old, or a migration fails
    public void run() {
        try (Connection connection = address.ownerDataSource().getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < 15) {
                throw new CannotStart("Machi needs PostgreSQL 15 or newer; " + address.url() + " is " + version);
            }
            execute(connection, "SELECT pg_advisory_lock(" + LOCK + ")");
            String fingerprint = fingerprint();
            if (!isDone(connection, fingerprint)) {
                migrate(connection, fingerprint);
            }
        } catch (SQLException e) {
            throw new CannotStart("The database " + address + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// Whether [#run] would find nothing to do.
    ///
    /// @throws CannotStart when the server cannot be reached
    public boolean isUpToDate() {
        try (Connection connection = address.ownerDataSource().getConnection()) {
            return isDone(connection, fingerprint());
        } catch (SQLException e) {
            throw new CannotStart("The database " + address + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// Makes the schemas of an empty database as they were when each room had got as far as the given version; a room
    /// without one is left out. [#run] brings them up to date afterwards.
    ///
    /// @param versions by room: `casework` → `1`
    /// @throws CannotStart also when a version is not among this program's migrations
    public void runUpTo(Map<String, String> versions) {
        try (Connection connection = address.ownerDataSource().getConnection()) {
            makeWorkingRole(connection);
            for (String room : versions.keySet()) {
                if (!rooms().contains(room) || !hasVersion(room, versions.get(room))) {
                    throw new CannotStart("This program does not know version " + versions.get(room) + " of the room "
                            + room + ". Take the program that made it, or a newer one.");
                }
            }
            for (String room : rooms()) {
                if (versions.containsKey(room)) {
                    migrateRoom(connection, room, versions.get(room));
                }
            }
        } catch (SQLException e) {
            throw new CannotStart("The database " + address + " cannot be used: " + e.getMessage(), e);
        }
    }

    private boolean hasVersion(String room, String version) {
        return Arrays.stream(files(room))
                .anyMatch(file -> String.valueOf(file.getFilename()).startsWith("V" + version + "__"));
    }

    /// The rooms in the order of the floor plan.
    public List<String> rooms() {
        return text("classpath:db/migration/floor-plan.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private void migrate(Connection connection, String fingerprint) throws SQLException {
        makeWorkingRole(connection);
        for (String room : rooms()) {
            if (files(room).length > 0) {
                migrateRoom(connection, room, "latest");
            }
        }
        execute(connection, "CREATE TABLE IF NOT EXISTS platform.migrated (fingerprint text NOT NULL)");
        execute(connection, "DELETE FROM platform.migrated");
        execute(connection, "INSERT INTO platform.migrated VALUES ('" + fingerprint + "')");
    }

    private void migrateRoom(Connection connection, String room, String target) throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(address.ownerDataSource())
                    .schemas(room)
                    .defaultSchema(room)
                    .table(HISTORY)
                    .locations("classpath:db/migration/" + room)
                    .placeholderReplacement(false)
                    .target(target)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotStart("The migration of " + room + " failed: " + e.getMessage(), e);
        }
        grant(connection, room);
    }

    private void grant(Connection connection, String room) throws SQLException {
        String own = "classpath:db/migration/" + room + "/grants.sql";
        String grants = resources.getResource(own).exists() ? text(own) : GRANTS;
        String all = """
                REVOKE ALL ON SCHEMA :room FROM PUBLIC;
                REVOKE ALL ON ALL TABLES IN SCHEMA :room FROM :app;
                GRANT USAGE ON SCHEMA :room TO :app;
                :grants
                REVOKE ALL ON :room.:history FROM :app;
                """.replace(":grants", grants).replace(":history", HISTORY);
        execute(connection, all.replace(":app", quoted(address.appRole())).replace(":room", quoted(room)));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private void makeWorkingRole(Connection connection) throws SQLException {
        String sql = """
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                        CREATE ROLE "%1$s" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
                    END IF;
                    ALTER ROLE "%1$s" PASSWORD '%2$s';
                END $$;
                REVOKE ALL ON DATABASE "%3$s" FROM PUBLIC;
                GRANT CONNECT, TEMPORARY ON DATABASE "%3$s" TO "%1$s";
                """.formatted(address.appRole(), address.appPassword(), address.database());
        try {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new CannotStart(
                    "The role " + address.appRole() + ", as which Machi works, could not be made: " + e.getMessage()
                            + ". Let an administrator run: ALTER ROLE \"" + address.owner() + "\" CREATEROLE;",
                    e);
        }
    }

    private boolean isDone(Connection connection, String fingerprint) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT to_regclass('platform.migrated') IS NOT NULL")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT fingerprint FROM platform.migrated")) {
                boolean same = row.next() && fingerprint.equals(row.getString(1));
                log.debug("Schemas are {}", same ? "up to date" : "to be migrated");
                return same;
            }
        }
    }

    /// Everything that decides what a migration run would do: the files of all rooms, the role and its password.
    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((address.appRole() + address.appPassword()).getBytes(StandardCharsets.UTF_8));
            for (String room : rooms()) {
                digest.update(room.getBytes(StandardCharsets.UTF_8));
                for (Resource file : files(room)) {
                    digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource[] files(String room) {
        try {
            Resource[] files = resources.getResources("classpath*:db/migration/" + room + "/*.sql");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String location) {
        try (InputStream in = resources.getResource(location).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
