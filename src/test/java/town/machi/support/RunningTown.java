package town.machi.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packaged program as a process of its own, with the demo's people, on a free port and a folder of its own.
public final class RunningTown implements AutoCloseable {

    private static final Pattern OPEN = Pattern.compile("開庁しました: (http://\\S+)");
    private static final long LONGEST_START_SECONDS = 180;

    private final Process process;
    private final URI address;
    private final List<String> output;

    private RunningTown(Process process, URI address, List<String> output) {
        this.process = process;
        this.address = address;
        this.output = output;
    }

    public static RunningTown start() {
        return start(Path.of("target/journeys", UUID.randomUUID().toString()), Map.of());
    }

    /// @param data its folder; a second start on the same one goes on with the same data
    /// @param environment more variables, for example `MACHI_DB_URL`
    public static RunningTown start(Path data, Map<String, String> environment) {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("machi.jar", "target/machi.jar"));
        builder.redirectErrorStream(true);
        builder.environment().put("MACHI_PORT", "0");
        builder.environment().put("MACHI_DEMO", "true");
        builder.environment().put("MACHI_DATA", data.toAbsolutePath().toString());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(data);
            return await(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningTown await(Process process) {
        var output = Collections.synchronizedList(new ArrayList<String>());
        var opened = new CompletableFuture<URI>();
        Thread.ofVirtual().start(() -> listen(process, output, opened));
        try {
            return new RunningTown(process, opened.get(LONGEST_START_SECONDS, TimeUnit.SECONDS), output);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IllegalStateException("did not start:\n" + String.join("\n", output), e);
        }
    }

    private static void listen(Process process, List<String> output, CompletableFuture<URI> opened) {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                var found = OPEN.matcher(line);
                if (found.find()) {
                    opened.complete(URI.create(found.group(1)));
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        opened.completeExceptionally(new IllegalStateException("ended"));
    }

    /// `http://localhost:PORT`, without a slash at its end.
    public String address() {
        return address.toString().replaceAll("/$", "");
    }

    /// What it has said so far.
    public List<String> output() {
        return List.copyOf(output);
    }

    public Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
