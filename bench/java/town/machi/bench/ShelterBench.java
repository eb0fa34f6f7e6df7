package town.machi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.Machi;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.platform.database.DatabaseAddress;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Hazard;
import town.machi.shelter.Opening;
import town.machi.shelter.Openings;
import town.machi.shelter.SafetyCheck;
import town.machi.shelter.Shelter;
import town.machi.shelter.Shelters;
import town.machi.shelter.entrance.DeskDevice;
import town.machi.shelter.entrance.DeskPackages;
import town.machi.shelter.entrance.Devices;

/// People who come in at the shelters' desks, over HTTP, while the whole prefecture looks where there is room.
final class ShelterBench {

    private static final int DESKS = 20;
    private static final int CONNECTIONS = 12;
    private static final int WARM_ROUNDS = 8;
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("machi.bench.seconds", 20));
    private static final Actor BY = new Actor.SystemJob("bench");

    private final Results results;
    private final AtomicLong numbers = new AtomicLong();
    private List<Desk> desks = List.of();
    private int port;

    ShelterBench(Results results) {
        this.results = results;
    }

    /// @param packed which package it has, as it heard when it entered
    private record Desk(UUID id, UUID opening, String headers, String packed) {}

    void measure(Path data) throws Exception {
        String[] settings = {"--machi.port=0", "--machi.data=" + data, "--machi.demo=false"};
        try (ConfigurableApplicationContext house = SpringApplication.run(Machi.class, settings)) {
            port = house.getBean(Town.class).baseUri().getPort();
            UUID opening = open(house);
            desks = enrol(house, opening);
            double inserts =
                    DurableInserts.perSecond(house.getBean(DatabaseAddress.class), CONNECTIONS, LONG.dividedBy(2));
            checkIns(inserts, () -> Work.now(data, house.getBean(JdbcClient.class)));
            flushes();
            vacancy();
        }
    }

    private static UUID open(ConfigurableApplicationContext house) {
        Ids ids = house.getBean(Ids.class);
        Openings openings = house.getBean(Openings.class);
        Shelters shelters = house.getBean(Shelters.class);
        var begun = (Openings.Outcome.Done)
                openings.begin("計測", Set.of(Hazard.EARTHQUAKE), false, ids.next(), BY);
        List<Shelter> main =
                shelters.list().stream().filter(Shelter::main).limit(1).toList();
        openings.prepare(
                new DisasterId(begun.id()), main.stream().map(Shelter::id).toList(), "", ids.next(), BY);
        Opening opening = shelters.listLive().getFirst();
        openings.open(opening.id(), Set.of(SafetyCheck.values()), opening.revision(), ids.next(), BY);
        return opening.id().value();
    }

    /// Desks as they stand after their sign-in.
    private static List<Desk> enrol(ConfigurableApplicationContext house, UUID opening) throws Exception {
        JdbcClient db = house.getBean(JdbcClient.class);
        UUID pass = UUID.randomUUID();
        UUID shelter = house.getBean(Shelters.class).listLive().getFirst().shelter().value();
        OffsetDateTime now = OffsetDateTime.now();
        db.sql("""
                        INSERT INTO shelter.desk_pass (id, shelter_id, kind, code_hash, made_by, made_at, good_until)
                        VALUES (:id, :shelter, 'STAFF', :hash, :id, :now, :later)
                        """)
                .param("id", pass)
                .param("shelter", shelter)
                .param("hash", new byte[] {1})
                .param("now", now)
                .param("later", now.plusDays(1))
                .update();
        List<Desk> desks = new ArrayList<>();
        for (int i = 1; i <= DESKS; i++) {
            byte[] token = ("bench desk " + i).getBytes(StandardCharsets.UTF_8);
            UUID desk = UUID.randomUUID();
            db.sql("""
                            INSERT INTO shelter.desk (id, shelter_id, pass_id, number, public_key, token_hash,
                                lease_secret, lease_until, enrolled_at)
                            VALUES (:id, :shelter, :pass, :number, :key, :hash, :key, :later, :now)
                            """)
                    .param("id", desk)
                    .param("shelter", shelter)
                    .param("pass", pass)
                    .param("number", i)
                    .param("key", new byte[32])
                    .param("hash", MessageDigest.getInstance("SHA-256").digest(token))
                    .param("later", now.plusDays(3))
                    .param("now", now)
                    .update();
            String written = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
            desks.add(new Desk(desk, opening, "Authorization: Bearer " + written + "\r\n", packed(house, written)));
        }
        return desks;
    }

    private static String packed(ConfigurableApplicationContext house, String token) {
        DeskDevice desk = house.getBean(Devices.class).find(token).orElseThrow();
        return house.getBean(DeskPackages.class).packageFor(desk).version();
    }

    private void checkIns(double inserts, Callable<Work> work) throws Exception {
        warm(work);
        Work before = work.call();
        Load.Outcome all = Load.saturate("localhost", port, CONNECTIONS, LONG, this::checkIn);
        Work cost = work.call().since(before);
        complain(all, "check-ins");
        results.add(
                "durable check-ins at saturation, one a request",
                all.perSecond(),
                "/s",
                "durable inserts",
                inserts,
                ">= 0.25",
                all.perSecond() >= inserts * 0.25);
        results.add("check-in at saturation, p95", all.milliseconds(0.95), "ms");
        int count = all.nanos().length;
        results.add("CPU of the program and its driver for a check-in", cost.programMillis() / count, "ms");
        results.add("CPU of PostgreSQL for a check-in", cost.serverMillis() / count, "ms");
        results.add("transactions for a check-in", (double) cost.commits() / count, "");
    }

    /// Until a check-in costs no less than the time before, or long enough: a program that has just started spends
    /// several times as much on each, mostly on its compiler.
    private void warm(Callable<Work> work) throws Exception {
        double last = Double.MAX_VALUE;
        for (int i = 0; i < WARM_ROUNDS; i++) {
            Work before = work.call();
            Load.Outcome all = Load.saturate("localhost", port, CONNECTIONS, LONG, this::checkIn);
            double each = work.call().since(before).programMillis() / all.nanos().length;
            if (i == 0) {
                results.add("CPU of the program and its driver for a check-in, just started", each, "ms");
            }
            if (each > last * 0.95) {
                return;
            }
            last = each;
        }
    }

    private int checkIn(Wire wire, int turn) throws IOException {
        Desk desk = desks.get(turn % DESKS);
        return sync(wire, desk, 1);
    }

    private int sync(Wire wire, Desk desk, int events) throws IOException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            all.add(event(desk));
        }
        String body = """
                {"now":"%s","opening":"%s","cursor":%d,"nextRenewal":1,"renewalsLeft":20,"packed":"%s","events":[%s]}
                """.formatted(
                        Instant.now(), desk.opening(), Long.MAX_VALUE, desk.packed(), String.join(",", all));
        return wire.post(
                        "/api/desk/sync", "application/json", body.getBytes(StandardCharsets.UTF_8), desk.headers())
                .status();
    }

    private String event(Desk desk) {
        UUID person = UUID.randomUUID();
        long number = numbers.incrementAndGet();
        return """
                {"id":"%s","desk":"%s","opening":"%s","at":"%s","kind":"ARRIVED",
                 "body":{"way":"TYPED","persons":[{"id":"%s","sex":"F","age":71}]},
                 "personal":{"persons":{"%s":{"name":"例 計測%d","kana":"レイ ケイソク%d","birth":"1955-04-01"}}}}
                """.formatted(
                        UUID.randomUUID(), desk.id(), desk.opening(), Instant.now(), person, person, number, number);
    }

    private void flushes() throws Exception {
        double one = flush(desks.subList(0, 1));
        results.add("1,000 queued records flushed by one desk", one, "s", "< 0.5 s", one < 0.5);
        double all = flush(desks);
        results.add("the same by 20 desks at once, until the last is done", all, "s");
    }

    private double flush(List<Desk> some) throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Integer> wrong = new ArrayList<>();
        long begin = System.nanoTime();
        for (Desk desk : some) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (Wire wire = new Wire("localhost", port)) {
                    for (int i = 0; i < 2; i++) {
                        int status = sync(wire, desk, 500);
                        if (status != 200) {
                            synchronized (wrong) {
                                wrong.add(status);
                            }
                        }
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("flushes failed: " + wrong);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /// 100 a second for ten seconds, while fifty people a second come in.
    private void vacancy() throws Exception {
        look("vacancy page", "/shelters");
        look("vacancy JSON", "/api/v1/shelters");
    }

    private void look(String name, String path) throws Exception {
        Thread coming = Thread.ofPlatform().start(() -> {
            try {
                complain(Load.steady("localhost", port, 4, 50, Duration.ofSeconds(11), this::checkIn), "check-ins");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Load.Outcome looked = Load.steady(
                "localhost", port, 8, 100, Duration.ofSeconds(10), (wire, _) -> wire.get(path).status());
        coming.join();
        complain(looked, name);
        double p95 = looked.milliseconds(0.95);
        results.add(name + ", 1,000 in 10 s while check-ins run, p95", p95, "ms", "< 50 ms", p95 < 50);
    }

    private static void complain(Load.Outcome outcome, String name) {
        if (outcome.failed() > 0) {
            throw new IllegalStateException(outcome.failed() + " of " + name + " failed");
        }
    }
}
