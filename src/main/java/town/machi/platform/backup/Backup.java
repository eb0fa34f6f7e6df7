package town.machi.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;
import town.machi.platform.database.DatabaseAddress;
import town.machi.platform.database.Migrations;

/// Writes a whole town into one ZIP file, also while it is at work: all tables as they were at one moment, and the
/// files of the data folder (the head of the audit trail is one). A file without `manifest.json` is not finished.
final class Backup {

    private final DatabaseAddress address;
    private final Path data;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    /// @param data the folder of what the node writes
    Backup(DatabaseAddress address, Path data, Clock clock) {
        this.address = address;
        this.data = data;
        this.clock = clock;
    }

    /// The file is whole and on the disk when this returns; nothing stands under its name until then.
    Manifest writeTo(Path file) {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(half);
            Files.createFile(half);
            BackupFile.keepToOneself(half);
            Manifest manifest;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
                manifest = write(out);
            }
            try (FileChannel written = FileChannel.open(half, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out);
                Connection connection = address.ownerDataSource().getConnection()) {
            // Before the snapshot: a head of the audit trail must not be ahead of its rows.
            for (Path file : ownFiles()) {
                zip.putNextEntry(new ZipEntry(BackupFile.FILES + file.getFileName()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
            Manifest manifest = tables(connection, zip);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            json.writeValue(CloseShieldOutputStream.wrap(zip), manifest);
            zip.closeEntry();
            return manifest;
        } catch (SQLException e) {
            throw new IllegalStateException("The town could not be read: " + e.getMessage(), e);
        }
    }

    private List<Path> ownFiles() throws IOException {
        try (Stream<Path> files = Files.exists(data) ? Files.list(data) : Stream.empty()) {
            return files.filter(Files::isRegularFile)
                    .filter(BackupFile::isKept)
                    .sorted()
                    .toList();
        }
    }

    private Manifest tables(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        BackupFile.readInOrder(jdbc);
        TownTables town = new TownTables(jdbc, new Migrations(address).rooms());
        List<Manifest.TablePart> parts = new ArrayList<>();
        for (var table : town.columns().entrySet()) {
            parts.add(table(connection, table.getKey(), table.getValue(), zip));
        }
        return new Manifest(Manifest.FORMAT, clock.instant(), town.versions(), parts, town.sequences());
    }

    private static Manifest.TablePart table(
            Connection connection, String name, List<String> columns, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(new Manifest.TablePart(name, columns, 0, "").entry()));
        DigestOutputStream hashed = new DigestOutputStream(zip, BackupFile.sha256());
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY " + name + " (" + String.join(", ", columns) + ") TO STDOUT", hashed);
        zip.closeEntry();
        return new Manifest.TablePart(
                name,
                columns,
                rows,
                HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
    }
}
