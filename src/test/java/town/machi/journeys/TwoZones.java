package town.machi.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.support.RunningTown;

/// The packaged program twice: outside without the demo, inside with it; a database each, and a folder that both see
/// through a link of their own, so that it can be taken away from either.
final class TwoZones implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final RunningTown outside;
    final RunningTown inside;
    private final Path room;
    private final Path shared;

    private TwoZones(Path room, RunningTown outside, RunningTown inside) {
        this.room = room;
        this.shared = room.resolve("shared");
        this.outside = outside;
        this.inside = inside;
    }

    static TwoZones start(Path room, TownFolder town) {
        try {
            Files.createDirectories(room.resolve("shared"));
            for (String zone : List.of("public", "inner")) {
                Files.createSymbolicLink(room.resolve("seen-by-" + zone), room.resolve("shared"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunningTown outside = begin(room, town, "public", "false");
        RunningTown inside = begin(room, town, "inner", "true");
        TwoZones both = new TwoZones(room, outside.ready(), inside.ready());
        both.exchangeKeys();
        return both;
    }

    private static RunningTown begin(Path room, TownFolder town, String zone, String demo) {
        Map<String, String> environment = new HashMap<>(town.environment());
        environment.put("MACHI_ZONE", zone);
        environment.put("MACHI_DEMO", demo);
        environment.put(
                "MACHI_EXCHANGE_FOLDER",
                room.resolve("seen-by-" + zone).toAbsolutePath().toString());
        environment.put("MACHI_EXCHANGE_EVERY", "PT1S");
        environment.put("MACHI_EXCHANGE_AGAIN_AFTER", "PT5S");
        return RunningTown.begin(room.resolve(zone), environment);
    }

    /// What the people of the office carry from one machine to the other, once.
    private void exchangeKeys() {
        carryKey(outside, "public", inside);
        carryKey(inside, "inner", outside);
    }

    private static void carryKey(RunningTown from, String zone, RunningTown to) {
        Path key = from.data().resolve("exchange").resolve(zone + ".pub");
        await().atMost(PATIENCE).until(() -> Files.exists(key));
        try {
            Files.copy(key, to.data().resolve("exchange/partner.pub"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Pulled out on both sides.
    void unplug() {
        link("public", null);
        link("inner", null);
    }

    /// Both see the same folder again.
    void plugIn() {
        link("public", shared);
        link("inner", shared);
    }

    /// From now on files pass only by hand.
    void part() {
        link("public", folder("public"));
        link("inner", folder("inner"));
    }

    /// What lies for the other zone on this side, when they are parted.
    Path outgoing(String zone) {
        return folder(zone).resolve(zone.equals("public") ? "to-inner" : "to-public");
    }

    /// Where this side looks for what comes, when they are parted.
    Path incoming(String zone) {
        return folder(zone).resolve("to-" + zone);
    }

    private Path folder(String zone) {
        try {
            Path folder = room.resolve("side-" + zone);
            Files.createDirectories(folder.resolve("to-inner"));
            Files.createDirectories(folder.resolve("to-public"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link(String zone, @org.jspecify.annotations.Nullable Path to) {
        try {
            Path link = room.resolve("seen-by-" + zone);
            Files.deleteIfExists(link);
            if (to != null) {
                Files.createSymbolicLink(link, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Numbered files that lie there, by name.
    static List<Path> letters(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.machi"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By hand, whole files only.
    static void carry(List<Path> files, Path to) throws IOException {
        for (Path file : files) {
            Path half = to.resolve(file.getFileName() + ".half");
            Files.copy(file, half);
            Files.move(half, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static long unacknowledged(JdbcClient db) {
        return count(db, "SELECT count(*) FROM platform.exchange_sent WHERE acknowledged_at IS NULL");
    }

    static long count(JdbcClient db, String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    /// What a zone says of itself to those who run it, as `bin/doctor` reads it.
    static String vitals(RunningTown zone) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String key = Files.readString(zone.data().resolve("metrics-key")).strip();
            HttpRequest request = HttpRequest.newBuilder(URI.create(zone.url("/vitals")))
                    .header("Authorization", "Bearer " + key)
                    .header("Accept", "application/json")
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (RunningTown zone : List.of(outside, inside)) {
            zone.stop();
            zone.discard();
        }
    }
}
