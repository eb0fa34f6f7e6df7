package town.machi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/// The packaged program unpacked, with a cache that makes it start fast, as `bin/build` prepares both for `bin/run`.
/// Prepared once for a test run, on the first town: some ninety towns are started in one run.
final class PackagedProgram {

    private static final Path JAR = Path.of(System.getProperty("machi.jar", "target/machi.jar"));
    private static final Path FOLDER = Path.of("target/journeys-program");
    private static final Path CACHE = FOLDER.resolve("machi.aot").toAbsolutePath();

    /// The same for training and for running, or the cache does not fit.
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx384m",
            "-Xlog:aot*=off",
            "-Xlog:cds*=off",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true");

    private static boolean prepared;

    private PackagedProgram() {}

    /// The command that starts it. Where the cache could not be made, it starts without.
    static synchronized List<String> command() {
        if (!prepared) {
            prepare();
            prepared = true;
        }
        return Files.exists(CACHE) ? with("-XX:AOTCache=" + CACHE) : with();
    }

    private static void prepare() {
        try {
            FileUtils.deleteDirectory(FOLDER.toFile());
            Files.createDirectories(FOLDER);
            run(List.of(java(), "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", app()));
            if (!train()) {
                Files.deleteIfExists(CACHE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A throw-away town that is asked for a few pages and stopped, which writes the cache; its data goes with it.
    private static boolean train() throws IOException {
        Path data = Files.createTempDirectory("machi-training");
        RunningTown town =
                RunningTown.begin(data, with("-XX:AOTCacheOutput=" + CACHE)).ready();
        HttpPerson person = new HttpPerson(town.address());
        for (String page : List.of("/", "/procedures", "/office/sign-in", "/demo")) {
            person.open(page);
        }
        town.process().destroy();
        boolean written = ended(town.process(), Duration.ofMinutes(3));
        town.kill();
        town.discard();
        return written;
    }

    private static List<String> with(String... cache) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(cache));
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", app() + "/" + JAR.getFileName()));
        return List.copyOf(command);
    }

    private static String app() {
        return FOLDER.resolve("app").toAbsolutePath().toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("unpacked.log").toFile())
                .start();
        if (!ended(process, Duration.ofMinutes(2)) || process.exitValue() != 0) {
            throw new IOException("The program could not be unpacked: see " + FOLDER.resolve("unpacked.log"));
        }
    }

    private static boolean ended(Process process, Duration patience) throws IOException {
        try {
            return process.waitFor(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
