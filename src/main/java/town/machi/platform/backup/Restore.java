package town.machi.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import town.machi.platform.CannotStart;
import town.machi.platform.OutsideDatabase;
import town.machi.platform.database.DatabaseAddress;
import town.machi.platform.database.Migrations;

/// Reads a town from its file into an empty database and an empty data folder. Each table is hashed on its way in, and
/// again as the database gives it back: what is not as it was stops the whole.
final class Restore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    Restore(Path file) {
        this.file = file;
    }

    /// @throws CannotStart when it is no whole backup that this program can read
    Manifest manifest() {
        try (ZipFile zip = open()) {
            return manifest(zip);
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    /// What was made half is taken away again.
    ///
    /// @param data the folder of what the node writes
    /// @throws CannotStart with a sentence, when there is a town already or the file is not as it was written
    Manifest into(OutsideDatabase database, Path data) {
        refuseWhereATownIs(database.address());
        try (ZipFile zip = open()) {
            Manifest manifest = manifest(zip);
            load(database.address(), manifest, zip);
            files(zip, data);
            return manifest;
        } catch (IOException e) {
            database.discard(new Migrations(database.address()).rooms());
            throw unreadable(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            database.discard(new Migrations(database.address()).rooms());
            throw e;
        }
    }

    private void load(DatabaseAddress address, Manifest manifest, ZipFile zip) throws IOException {
        Migrations migrations = new Migrations(address);
        migrations.runUpTo(manifest.versions());
        try {
            loadTables(address, manifest, zip);
        } catch (SQLException e) {
            throw new CannotStart("The backup could not be loaded: " + e.getMessage(), e);
        }
        migrations.run();
    }

    private ZipFile open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("There is no file " + file + ".");
        }
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw unreadable("it has no " + Manifest.ENTRY);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new CannotStart("This program cannot read backups of format " + manifest.format() + ".");
            }
            return manifest;
        } catch (JacksonException e) {
            throw unreadable("its manifest is damaged");
        }
    }

    private CannotStart unreadable(String why) {
        return new CannotStart("The file " + file + " is not a whole backup of Machi (" + why + "). Take another one.");
    }

    private static void refuseWhereATownIs(DatabaseAddress address) {
        try (Connection connection = address.ownerDataSource().getConnection()) {
            boolean there = JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("SELECT to_regnamespace('platform') IS NOT NULL")
                    .query(Boolean.class)
                    .single();
            if (there) {
                throw new CannotStart("There is a town in the database " + address.url()
                        + " already. A backup is restored into an empty one.");
            }
        } catch (SQLException e) {
            throw new CannotStart("The database " + address + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void loadTables(DatabaseAddress address, Manifest manifest, ZipFile zip) throws SQLException, IOException {
        try (Connection connection = address.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            BackupFile.readInOrder(jdbc);
            triggers(statement, manifest, "DISABLE");
            statement.execute("TRUNCATE "
                    + manifest.tables().stream().map(Manifest.TablePart::name).collect(Collectors.joining(", ")));
            for (Manifest.TablePart table : manifest.tables()) {
                loadTable(connection, table, zip);
            }
            triggers(statement, manifest, "ENABLE");
            for (Manifest.SequencePart sequence : manifest.sequences()) {
                statement.execute("SELECT setval('" + sequence.name() + "', " + sequence.last() + ")");
            }
            connection.commit();
        }
    }

    /// What a trigger did when the row was written has its own rows in the backup.
    private static void triggers(Statement statement, Manifest manifest, String what) throws SQLException {
        for (Manifest.TablePart table : manifest.tables()) {
            statement.execute("ALTER TABLE " + table.name() + " " + what + " TRIGGER USER");
        }
    }

    private void loadTable(Connection connection, Manifest.TablePart table, ZipFile zip)
            throws SQLException, IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw unreadable("the table " + table.name() + " is missing");
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String columns = table.name() + " (" + String.join(", ", table.columns()) + ")";
        try (DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), BackupFile.sha256())) {
            long rows = copy.copyIn("COPY " + columns + " FROM STDIN", in);
            compare(table, rows, in.getMessageDigest().digest());
        }
        var back = new DigestOutputStream(OutputStream.nullOutputStream(), BackupFile.sha256());
        long rows = copy.copyOut("COPY " + columns + " TO STDOUT", back);
        compare(table, rows, back.getMessageDigest().digest());
    }

    private void compare(Manifest.TablePart table, long rows, byte[] hash) {
        if (rows != table.rows() || !HexFormat.of().formatHex(hash).equals(table.sha256())) {
            throw unreadable("the table " + table.name() + " is not as it was written");
        }
    }

    private static void files(ZipFile zip, Path data) throws IOException {
        List<? extends ZipEntry> entries = zip.stream()
                .filter(entry -> entry.getName().startsWith(BackupFile.FILES))
                .toList();
        for (ZipEntry entry : entries) {
            Path name = Path.of(entry.getName().substring(BackupFile.FILES.length()))
                    .getFileName();
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, data.resolve(name));
            }
        }
    }
}
