package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineFaults.Fault;
import town.machi.demo.line.LinePlatform;
import town.machi.support.RunningTown;

/// The packaged town sends to 1,203 friends while it is killed at twenty random moments. LINE runs outside and lives
/// on.
@DisplayName("大勢への知らせの最中に、二十回 kill -9 される")
class KilledLineJourney {

    private static final int FRIENDS = 1_203;
    private static final int KILLS = 20;
    private static final long SEED = 20_261_124L;

    private final List<LinePlatform.Seen> seen = new CopyOnWriteArrayList<>();
    private final Random random = new Random(SEED);

    @Test
    @DisplayName("それでも、一人に一通ずつ。送信は知らせごとに三つ、鍵は変わらない")
    void everyFriendGetsEveryMessageOnce() throws Exception {
        try (LinePlatform line = LinePlatform.start("s", "t", (_, _) -> 200, Clock.systemUTC())) {
            line.listen(seen::add);
            line.faults().latency(Duration.ofMillis(150));
            RunningTown town = RunningTown.start(environment(line));
            try {
                befriend(line, town.look());
                for (int kill = 0; kill < KILLS; kill++) {
                    news(town.look(), kill);
                    trouble(line, kill);
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
                    town.kill();
                    town = town.startAgain();
                }
                JdbcClient db = town.look();
                await().atMost(Duration.ofSeconds(240)).until(() -> count(db, "state = 'accepted'") == 3 * KILLS);
                assertThat(line.phones().list())
                        .allSatisfy(phone -> assertThat(phone.received()).isEqualTo(KILLS));
                keysStayed(db);
            } finally {
                town.stop();
            }
        }
    }

    private static Map<String, String> environment(LinePlatform line) {
        return Map.of(
                "MACHI_DEMO", "false",
                "MACHI_LINE_SECRET", "s",
                "MACHI_LINE_TOKEN", "t",
                "MACHI_LINE_API", line.account().api().toString(),
                "MACHI_LINE_DATAAPI", line.account().dataApi().toString(),
                "MACHI_LINE_ANSWERWITHIN", "1s");
    }

    private static void befriend(LinePlatform line, JdbcClient db) {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < FRIENDS; i++) {
            String user = "U" + String.format("%032x", i);
            line.phones().addFriend(user, "例" + i);
            users.add(user);
        }
        db.sql("""
                INSERT INTO messaging.friend (id, line_user_id, district, language, since)
                SELECT gen_random_uuid(), u, NULL, 'ja', now() FROM unnest(:users::text[]) AS u
                """).param("users", users.toArray(String[]::new)).update();
    }

    /// As the house itself writes a bulk: in one transaction, its calls with their keys.
    private static void news(JdbcClient db, int number) {
        db.sql("""
                WITH news AS (
                    INSERT INTO messaging.bulk (id, about, once_key, districts, languages, silent, created_at)
                    VALUES (:id, 'alert:' || :id, :id, '{}', '{}', false, now()) RETURNING id),
                words AS (
                    INSERT INTO messaging.bulk_text (bulk_id, language, messages)
                    SELECT id, 'ja', :messages FROM news RETURNING bulk_id),
                heads AS (
                    INSERT INTO messaging.bulk_recipient (bulk_id, language, part, friend_id)
                    SELECT news.id, 'ja', (row_number() OVER (ORDER BY friend.id) - 1) / 500, friend.id
                    FROM messaging.friend, news RETURNING bulk_id, language, part)
                INSERT INTO messaging.bulk_call (bulk_id, language, part, heads, retry_key, state, next_try_at)
                SELECT bulk_id, language, part, count(*), gen_random_uuid(), 'waiting', now()
                FROM heads GROUP BY bulk_id, language, part
                """)
                .param("id", UUID.randomUUID())
                .param("messages", "[{\"type\":\"text\",\"text\":\"お知らせ" + number + "\"}]")
                .update();
    }

    /// Time-outs, lost answers and failures in between.
    private void trouble(LinePlatform line, int number) {
        switch (number % 4) {
            case 0 -> line.faults().next(Endpoint.MULTICAST, new Fault.Silent(Duration.ofSeconds(2)));
            case 1 -> line.faults().next(Endpoint.MULTICAST, new Fault.Broken(500));
            case 2 -> line.faults().next(Endpoint.MULTICAST, new Fault.LostAnswer());
            default -> line.faults().next(Endpoint.MULTICAST, new Fault.TooMany(Duration.ofSeconds(1)));
        }
    }

    private void keysStayed(JdbcClient db) {
        Set<String> used = new HashSet<>();
        seen.stream()
                .filter(each -> each.call().endpoint() == Endpoint.MULTICAST)
                .forEach(each -> used.add(each.call().headers().get("x-line-retry-key")));
        assertThat(used).hasSize(3 * KILLS);
        assertThat(count(db, "true")).isEqualTo(3 * KILLS);
    }

    private static int count(JdbcClient db, String which) {
        return db.sql("SELECT count(*) FROM messaging.bulk_call WHERE " + which)
                .query(Integer.class)
                .single();
    }
}
