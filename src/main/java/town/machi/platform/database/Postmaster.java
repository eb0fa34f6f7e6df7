package town.machi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What `postmaster.pid` says about the server in a data folder, held against the processes that really run.
///
/// @param pid process id of the postmaster as seen when it started
/// @param port the TCP port it listens on
record Postmaster(long pid, int port) {

    /// The server that runs on this cluster folder, if one does. A file left by a dead one, or one whose number was
    /// given to a stranger since, counts as none.
    static Optional<Postmaster> findAlive(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() < 4) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.get(0).strip());
            int port = Integer.parseInt(lines.get(3).strip());
            return worksIn(cluster, pid) ? Optional.of(new Postmaster(pid, port)) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// All server processes that still work in this folder: after a `kill -9` of the postmaster its children may
    /// outlive it for a moment.
    static List<ProcessHandle> listWorkers(Path cluster) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> worksIn(cluster, process.pid())).toList();
        }
    }

    /// A PostgreSQL process makes the data folder its working directory; nothing else has a reason to.
    private static boolean worksIn(Path cluster, long pid) {
        try {
            Path proc = Path.of("/proc", Long.toString(pid));
            return Files.isSameFile(proc.resolve("cwd"), cluster)
                    && Files.readString(proc.resolve("comm")).strip().startsWith("postgres");
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    static void forget(Path cluster) {
        try {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
