package town.machi.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.Machi;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LinePlatform;
import town.machi.kernel.Language;
import town.machi.messaging.Broadcasts;
import town.machi.messaging.Bulk;
import town.machi.messaging.FriendId;
import town.machi.messaging.LineMessage;
import town.machi.messaging.LineSignature;
import town.machi.messaging.Outbox;
import town.machi.messaging.Push;
import town.machi.messaging.Segment;
import town.machi.platform.Town;

/// News to a whole town, pushes at LINE's limit, and webhooks meanwhile; house and stand-in share this process, so what
/// the stand-in costs is part of the figures.
final class LineBench {

    private static final int HEADS = 15_443;
    private static final int CALLS = (HEADS + 499) / 500;
    private static final int PUSHES = 10_000;
    private static final int WARM_PUSHES = 4_000;
    private static final int LIMIT_PER_SECOND = 2_000;
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WEBHOOKS = Duration.ofSeconds(Integer.getInteger("machi.bench.seconds", 20));
    private static final String SECRET = "bench-secret";

    private final Results results;
    private final ConcurrentLinkedQueue<LinePlatform.Seen> seen = new ConcurrentLinkedQueue<>();
    private final AtomicLong firstAt = new AtomicLong();
    private final AtomicLong lastAt = new AtomicLong();
    private final AtomicInteger accepted = new AtomicInteger();

    LineBench(Results results) {
        this.results = results;
    }

    void measure(Path data) throws Exception {
        try (LinePlatform line = LinePlatform.start(SECRET, "bench-token", (_, _) -> 200, Clock.systemUTC())) {
            line.listen(this::note);
            try (ConfigurableApplicationContext house = SpringApplication.run(Machi.class, settings(line, data))) {
                befriend(line, house.getBean(JdbcClient.class));
                news(line, house, "warm");
                double seconds = news(line, house, "news");
                double overhead = seconds - 2 * LATENCY.toMillis() / 1_000.0;
                results.add("news to 15,443 friends by multicast, LINE taking 0.2 s a call", seconds, "s");
                results.add("the same beyond two round trips", overhead, "s", "<= 0.3 s", overhead <= 0.3);
                pushes(line, house);
                webhooks(line, house);
            }
        }
    }

    private static String[] settings(LinePlatform line, Path data) {
        return new String[] {
            "--machi.port=0",
            "--machi.data=" + data,
            "--machi.demo=false",
            "--machi.line.secret=" + SECRET,
            "--machi.line.token=bench-token",
            "--machi.line.api=" + line.account().api(),
            "--machi.line.data-api=" + line.account().dataApi()
        };
    }

    private void note(LinePlatform.Seen call) {
        if (call.status() == 200 || call.status() == 409) {
            firstAt.compareAndSet(0, System.nanoTime());
            lastAt.set(System.nanoTime());
            accepted.incrementAndGet();
        } else {
            seen.add(call);
        }
    }

    private void reset(LinePlatform line, Duration latency) {
        line.faults().latency(latency);
        line.resetLimits();
        seen.clear();
        accepted.set(0);
        firstAt.set(0);
    }

    private static void befriend(LinePlatform line, JdbcClient db) {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < HEADS; i++) {
            users.add(user(i));
            line.phones().addFriend(user(i), "例" + i);
        }
        db.sql("""
                INSERT INTO messaging.friend (id, line_user_id, district, language, since)
                SELECT gen_random_uuid(), u, NULL, 'ja', now() FROM unnest(:users::text[]) AS u
                """).param("users", users.toArray(String[]::new)).update();
        db.sql("ANALYZE messaging.friend").update();
    }

    private static String user(int number) {
        return "U" + String.format("%032x", number);
    }

    /// @return seconds from the commit's beginning to the last accepted call
    private double news(LinePlatform line, ConfigurableApplicationContext house, String about) throws Exception {
        reset(line, LATENCY);
        Bulk.Content content = new Bulk.Content(List.of(LineMessage.text("例のお知らせです。")), null);
        Bulk bulk = new Bulk(
                "alert:" + about, UUID.randomUUID(), Segment.everyone(), Map.of(Language.JA, content), false);
        long begun = System.nanoTime();
        house.getBean(TransactionOperations.class)
                .executeWithoutResult(
                        status -> house.getBean(Broadcasts.class).send(bulk));
        waitFor(CALLS);
        return (lastAt.get() - begun) / 1e9;
    }

    private void pushes(LinePlatform line, ConfigurableApplicationContext house) throws Exception {
        pushToEach(line, house, WARM_PUSHES);
        Thread.sleep(1_100);
        pushToEach(line, house, PUSHES);
        double perSecond = PUSHES / ((lastAt.get() - firstAt.get()) / 1e9);
        long tooMany = seen.stream()
                .filter(call -> call.status() == 429 && call.call().endpoint() == Endpoint.PUSH)
                .count();
        results.add(
                "10,000 personal pushes",
                perSecond,
                "/s",
                "LINE's limit",
                LIMIT_PER_SECOND,
                ">= 0.94, paced at 0.95",
                perSecond >= 0.94 * LIMIT_PER_SECOND);
        results.add("429 among them", tooMany, "", "0", tooMany == 0);
    }

    /// One push to each of so many friends; written in one transaction, so that all are due at once.
    private void pushToEach(LinePlatform line, ConfigurableApplicationContext house, int heads) throws Exception {
        reset(line, Duration.ofMillis(20));
        Outbox outbox = house.getBean(Outbox.class);
        List<FriendId> friends = house.getBean(JdbcClient.class)
                .sql("SELECT id FROM messaging.friend ORDER BY id LIMIT " + heads)
                .query((row, _) -> FriendId.of(row.getString("id")))
                .list();
        house.getBean(TransactionOperations.class)
                .executeWithoutResult(status -> friends.forEach(
                        friend -> outbox.push(new Push(friend, LineMessage.text("例"), "bench:push", null))));
        waitFor(heads);
    }

    /// Postbacks of friends, while news go out all the time.
    private void webhooks(LinePlatform line, ConfigurableApplicationContext house) throws Exception {
        int port = house.getBean(Town.class).baseUri().getPort();
        reset(line, LATENCY);
        Thread sending = Thread.ofPlatform().daemon().start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    news(line, house, "meanwhile");
                }
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        AtomicInteger number = new AtomicInteger();
        Load.Outcome told = Load.saturate("localhost", port, 4, WEBHOOKS, (wire, _) -> {
            int turn = number.incrementAndGet();
            byte[] body = event(turn).getBytes(StandardCharsets.UTF_8);
            String signature = "x-line-signature: " + LineSignature.of(SECRET, body) + "\r\n";
            return wire.post("/line/webhook", "application/json", body, signature).status();
        });
        sending.interrupt();
        results.add("webhook answers while news go out", told.perSecond(), "/s", "none lost", told.failed() == 0);
    }

    private static String event(int turn) {
        return "{\"destination\":\"U0\",\"events\":[{\"type\":\"postback\",\"mode\":\"active\",\"timestamp\":"
                + System.currentTimeMillis() + ",\"source\":{\"type\":\"user\",\"userId\":\"" + user(turn % HEADS)
                + "\"},\"webhookEventId\":\"bench" + turn + "-" + System.nanoTime()
                + "\",\"deliveryContext\":{\"isRedelivery\":false},\"postback\":{\"data\":\"alert:received:1\"}}]}";
    }

    private void waitFor(int calls) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (accepted.get() < calls) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(accepted.get() + " of " + calls + " calls were accepted");
            }
            Thread.sleep(1);
        }
    }
}
