package town.machi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import town.machi.platform.database.DatabaseAddress;
import town.machi.platform.database.EmbeddedServer;

/// A town that `bin/run` has started, on a data folder of its own.
final class BenchTown implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path data;
    private final int port;
    private final double secondsToFirstAnswer;

    private BenchTown(Process process, Path data, int port, double secondsToFirstAnswer) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.secondsToFirstAnswer = secondsToFirstAnswer;
    }

    /// @param environment beside port and data folder: `MACHI_TOWN`, `MACHI_AOT` …
    static BenchTown start(Path data, Map<String, String> environment) throws Exception {
        Files.createDirectories(data);
        Path address = data.resolve("address");
        Files.deleteIfExists(address);
        ProcessBuilder builder = new ProcessBuilder("bin/run");
        Map<String, String> all = new HashMap<>(environment);
        all.put("MACHI_PORT", "0");
        all.put("MACHI_DATA", data.toString());
        builder.environment().putAll(all);
        builder.redirectErrorStream(true);
        builder.redirectOutput(data.resolve("bench.log").toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        while (!Files.exists(address) || Files.size(address) == 0) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("the town did not start:\n" + Files.readString(data.resolve("bench.log")));
            }
            Thread.sleep(5);
        }
        String written = Files.readString(address).strip();
        int port = Integer.parseInt(written.substring(written.lastIndexOf(':') + 1).replaceAll("\\D.*", ""));
        try (Wire wire = new Wire("localhost", port)) {
            wire.get("/");
        }
        return new BenchTown(process, data, port, (System.nanoTime() - begin) / 1e9);
    }

    int port() {
        return port;
    }

    /// From the command to the first page.
    double secondsToFirstAnswer() {
        return secondsToFirstAnswer;
    }

    DatabaseAddress database() {
        return EmbeddedServer.findRunning(data.resolve("postgres"), "machi").orElseThrow();
    }

    /// What the program itself holds in memory, without PostgreSQL.
    double residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS");
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
