package town.machi.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that travel inside the jar, unpacked once beside the data.
///
/// @param bin the folder that holds `postgres`, `initdb` and `pg_ctl`
public record PostgresBinaries(Path bin) {

    /// The version that the build packs; part of the folder's name, so that an update unpacks anew.
    static final String VERSION = "18.6";

    /// Unpacks into `tools/postgresql-VERSION` unless that is there already. Safe when two processes do it at once:
    /// each unpacks into a folder of its own and the first rename wins.
    public static PostgresBinaries unpackInto(Path tools) {
        Path target = tools.resolve("postgresql-" + VERSION);
        if (!Files.isExecutable(target.resolve("bin/postgres"))) {
            unpack(tools, target);
        }
        return new PostgresBinaries(target.resolve("bin"));
    }

    private static void unpack(Path tools, Path target) {
        Path half = tools.resolve("unpacking-" + UUID.randomUUID());
        try (InputStream archive = openArchive()) {
            Files.createDirectories(half);
            extract(archive, half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                throw new UncheckedIOException("PostgreSQL could not be unpacked into " + target, e);
            }
        } finally {
            FileUtils.deleteQuietly(half.toFile());
        }
    }

    private static InputStream openArchive() throws IOException {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String resource = switch (machine) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            default -> "";
        };
        InputStream archive = resource.isEmpty() ? null : PostgresBinaries.class.getResourceAsStream(resource);
        if (archive == null) {
            throw new IOException("no PostgreSQL for the machine type '" + machine
                    + "' is packed in; give a server of your own by MACHI_DB_URL");
        }
        return new BufferedInputStream(archive);
    }

    private static void extract(InputStream archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("entry outside the folder: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
