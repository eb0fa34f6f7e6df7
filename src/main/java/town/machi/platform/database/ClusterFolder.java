package town.machi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.io.FileUtils;
import town.machi.platform.CannotStart;

/// The folder of one embedded server: `lock` (held by the program that uses it), `password`, `port`, `server.log` and
/// the cluster itself in `cluster/`.
final class ClusterFolder implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    private static final long LOG_LIMIT_BYTES = 10_000_000;

    private final Path folder;
    private final FileChannel lockChannel;

    private ClusterFolder(Path folder, FileChannel lockChannel) {
        this.folder = folder;
        this.lockChannel = lockChannel;
    }

    /// Takes the folder for this process alone; the operating system gives the lock back however the process ends.
    static ClusterFolder lock(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CannotStart("Another Machi is running on the data folder " + folder.getParent()
                        + ". Stop it first, choose another folder with MACHI_DATA, or give a second node"
                        + " the database's address by MACHI_DB_URL.");
            }
            return new ClusterFolder(folder, channel);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + folder + " cannot be used (" + e
                            + "). Does it belong to another user? Choose another with MACHI_DATA.",
                    e);
        }
    }

    @SuppressWarnings("NullAway") // FileChannel.tryLock answers null when another process holds the lock
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    String password() {
        return readOnce("password", HexFormat.of().formatHex(randomBytes(24)));
    }

    /// Of a server that another process holds.
    static String readPassword(Path folder) {
        try {
            return Files.readString(folder.resolve("password")).strip();
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder + " cannot be read (" + e + ")", e);
        }
    }

    int rememberedPort(int otherwise) {
        return Integer.parseInt(readOnce("port", Integer.toString(otherwise)));
    }

    void rememberPort(int port) {
        write("port", Integer.toString(port));
    }

    /// Makes the cluster if there is none. A half-made one (the machine stopped meanwhile) is thrown away: it becomes
    /// the cluster only by a rename once it is whole.
    void create(ServerCommand command, Durability durability) {
        if (Files.exists(cluster().resolve("PG_VERSION"))) {
            return;
        }
        Path half = folder.resolve("cluster.half");
        FileUtils.deleteQuietly(half.toFile());
        password();
        ServerCommand.Outcome outcome = command.run(
                "initdb",
                List.of(
                        "--pgdata=" + half,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + folder.resolve("password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        durability == Durability.DURABLE ? "--data-checksums" : "--no-sync"));
        if (!outcome.ok()) {
            throw new CannotStart("PostgreSQL could not make its data folder " + half + ": " + outcome.output());
        }
        try {
            Files.writeString(half.resolve("postgresql.conf"), "\ninclude 'machi.conf'\n", StandardOpenOption.APPEND);
            Files.move(half, cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeConfiguration(int port, Durability durability) {
        String text = """
                # Written by Machi at each start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                shared_buffers = '128MB'
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                password_encryption = 'scram-sha-256'
                timezone = 'Asia/Tokyo'
                log_timezone = 'Asia/Tokyo'
                log_line_prefix = '%%m [%%p] %%q%%a '
                jit = off
                """.formatted(port, durability.setting(), durability.setting(), durability.setting());
        try {
            Files.writeString(cluster().resolve("machi.conf"), text);
            if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT_BYTES) {
                Files.move(log(), folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readOnce(String name, String otherwise) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                write(name, otherwise);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String content) {
        Path half = folder.resolve(name + ".half");
        try {
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, content + "\n");
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
