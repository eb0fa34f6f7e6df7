package town.machi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/// Measures the program and writes `bench/results.json`. `bin/bench` builds first and calls it.
public final class Bench {

    private static final int CONNECTIONS = 12;
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("machi.bench.seconds", 20));
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("machi.bench.warm", 20));

    private static final Set<String> ONLY =
            Stream.of(System.getProperty("machi.bench.only", "").split(","))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());

    private final Results results = new Results();

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("machi-bench");
        try {
            new Bench().run(folder);
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    /// With `-Dmachi.bench.only=water,line` in `MACHI_BENCH_OPTIONS` only these parts are measured and told; the file
    /// stays as it is. The parts: submissions, pages, inbox, water, person, dashboard, notices,
    /// line, shelter, start.
    private void run(Path folder) throws Exception {
        Path town = LongForm.townWithIt(Path.of("towns/ashikita"), folder.resolve("town"));
        if (asked("submissions", "pages", "inbox", "water", "person")) {
            try (BenchTown running = BenchTown.start(folder.resolve("data"), Map.of("MACHI_TOWN", town.toString()))) {
                corridor(running);
            }
        }
        if (asked("dashboard")) {
            try (BenchTown running = BenchTown.start(folder.resolve("office"), Map.of())) {
                new Dashboard(running, results).measure();
            }
        }
        if (asked("notices")) {
            new Notices(results).measure(folder.resolve("notices"));
        }
        if (asked("line")) {
            new LineBench(results).measure(folder.resolve("line"));
        }
        if (asked("shelter")) {
            new ShelterBench(results).measure(folder.resolve("shelter"));
        }
        if (asked("start")) {
            start(folder.resolve("start"));
        }
        if (ONLY.isEmpty()) {
            results.write(Path.of("bench/results.json"));
        }
    }

    private void corridor(BenchTown running) throws Exception {
        if (asked("submissions")) {
            double inserts = DurableInserts.perSecond(running.database(), CONNECTIONS, LONG);
            results.add("durable single-row inserts, 12 clients", inserts, "/s");
            submissions(running, inserts);
        }
        if (asked("pages")) {
            pages(running);
        }
        if (asked("inbox")) {
            new Inbox(running, results).measure();
        }
        if (asked("water")) {
            new WaterMatching(running, results).measure();
        }
        if (asked("person")) {
            new OnePerson(running, results).measure();
        }
    }

    private static boolean asked(String... parts) {
        return ONLY.isEmpty() || Arrays.stream(parts).anyMatch(ONLY::contains);
    }

    private void submissions(BenchTown town, double inserts) throws Exception {
        Load.saturate("localhost", town.port(), CONNECTIONS, WARM, Bench::submit);
        Load.Outcome all = Load.saturate("localhost", town.port(), CONNECTIONS, LONG, Bench::submit);
        complain(all, "submissions");
        double perSecond = all.perSecond();
        results.add(
                "submissions of 250 questions at saturation",
                perSecond,
                "/s",
                "durable inserts",
                inserts,
                ">= 0.1 and >= 600/s (a form server of the field: 46-100/s)",
                perSecond >= inserts * 0.1 && perSecond >= 600);
        Load.Outcome steady = Load.steady("localhost", town.port(), CONNECTIONS, 50, LONG, Bench::submit);
        complain(steady, "submissions at 50/s");
        results.add("submission at 50/s, p50", steady.milliseconds(0.5), "ms");
        double p99 = steady.milliseconds(0.99);
        results.add("submission at 50/s, p99", p99, "ms", "< 40 ms", p99 < 40);
    }

    private static int submit(Wire wire, int turn) throws IOException {
        return wire.post("/api/v1/submissions", "application/json", LongForm.body(turn))
                .status();
    }

    private void pages(BenchTown town) throws Exception {
        page(town, "front page", "/");
        String form = FormPageAddress.begin(town.port());
        page(town, "form page", form);
    }

    private void page(BenchTown town, String name, String pathAndCookie) throws Exception {
        String[] parts = pathAndCookie.split("\n", 2);
        String cookie = parts.length > 1 ? "Cookie: " + parts[1] + "\r\n" : "";
        Load.Act act = (wire, _) -> wire.get(parts[0], cookie).status();
        Load.saturate("localhost", town.port(), 4, WARM.dividedBy(2), act);
        Load.Outcome busy = Load.saturate("localhost", town.port(), 4, LONG.dividedBy(2), act);
        complain(busy, name);
        results.add(name + " at saturation", busy.perSecond(), "/s");
        Load.Outcome calm = Load.steady("localhost", town.port(), 2, 50, LONG.dividedBy(2), act);
        complain(calm, name);
        double median = calm.milliseconds(0.5);
        results.add(name + ", median at 50/s", median, "ms", "< 10 ms", median < 10);
    }

    /// On existing data, in turns, so that both see the same machine.
    private void start(Path data) throws Exception {
        BenchTown.start(data, Map.of()).close();
        double with = 0;
        double without = 0;
        double resident = 0;
        int rounds = 3;
        for (int i = 0; i < rounds; i++) {
            try (BenchTown town = BenchTown.start(data, Map.of("MACHI_AOT", "false"))) {
                without += town.secondsToFirstAnswer() / rounds;
            }
            try (BenchTown town = BenchTown.start(data, Map.of())) {
                with += town.secondsToFirstAnswer() / rounds;
                Thread.sleep(10_000);
                resident = Math.max(resident, town.residentMegabytes());
            }
        }
        results.add("start to first answer without AOT cache", without, "s");
        results.add(
                "start to first answer with AOT cache",
                with,
                "s",
                "without",
                without,
                "<= 0.65",
                with / without <= 0.65);
        results.add("resident memory when idle, without PostgreSQL", resident, "MB", "< 400 MB", resident < 400);
    }

    private static void complain(Load.Outcome outcome, String name) {
        if (outcome.failed() > 0) {
            throw new IllegalStateException(outcome.failed() + " of " + name + " failed");
        }
    }
}
