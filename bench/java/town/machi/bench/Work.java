package town.machi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a stretch of work cost, beside the time it took: other programs on the machine change the time, not this.
///
/// @param programMillis CPU of this process (the program, and the driver that sits in it)
/// @param serverMillis CPU of PostgreSQL
/// @param commits transactions that PostgreSQL ended, those that only read among them
record Work(double programMillis, double serverMillis, long commits) {

    /// What was used up to now by this process and the server in that data folder.
    static Work now(Path data, JdbcClient db) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long commits = db.sql("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
        return new Work(system.getProcessCpuTime() / 1e6, serverMillis(data), commits);
    }

    Work since(Work before) {
        return new Work(
                programMillis - before.programMillis, serverMillis - before.serverMillis, commits - before.commits);
    }

    private static double serverMillis(Path data) throws IOException {
        String server;
        try (Stream<Path> files = Files.walk(data.resolve("postgres"), 2)) {
            Path told = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            server = Files.readAllLines(told).getFirst().strip();
        }
        long ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.filter(each -> each.getFileName().toString().matches("\\d+")).toList()) {
                ticks += ticks(process, server);
            }
        }
        return ticks * 10.0;
    }

    /// Of the server and its backends; those that ended are in the server's own count.
    private static long ticks(Path process, String server) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            long own = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
            if (process.endsWith(server)) {
                return own + Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14));
            }
            return fields.get(1).equals(server) ? own : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
