package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.jdbc.PictureRows;
import town.machi.kernel.ReceiptNumber;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;

/// The counts are kept by triggers; the truth is counted anew from the cases.
@MachiTest
@DisplayName("数字の帳面は、何が起きても、案件を数え直したものと同じ")
class PictureCountsIntegrationTests {

    private static final String KIND = """
            section || '/' || procedure || '/' || (channel IN ('web', 'line')) || '/' || casework.month_of(received_at)
            || '/' || coalesce(casework.month_of(closed_at)::text, '-') || '/' || (meaning = 'WITHDRAWN')
            || '/' || coalesce(took_days::text, '-')
            """;
    private static final List<String> ACTS = List.of(
            """
            UPDATE casework.case_file SET meaning = CASE n % 3 WHEN 0 THEN 'WITHDRAWN' WHEN 1 THEN 'DONE' ELSE 'REFUSED' END,
                closed_at = received_at + n * interval '9 days', took_days = n, due_on = NULL
            FROM (SELECT :n::int AS n) AS drawn WHERE id = :id AND closed_at IS NULL
            """,
            """
            UPDATE casework.case_file SET meaning = 'OPEN', closed_at = NULL, took_days = NULL WHERE id = :id AND :n > 0
            """,
            "UPDATE casework.case_file SET section = CASE :n % 2 WHEN 0 THEN 'water' ELSE 'residents' END WHERE id = :id",
            "UPDATE casework.case_file SET assignee = gen_random_uuid(), revision = revision + :n WHERE id = :id",
            "DELETE FROM casework.case_file WHERE id = :id AND closed_at IS NULL AND :n > 0");

    @Autowired
    PictureRows pictures;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void nothingIsThere() {
        db.sql("DELETE FROM casework.case_file").update();
        db.sql("DELETE FROM casework.picture_change").update();
        db.sql("DELETE FROM casework.picture_count").update();
    }

    @ParameterizedTest(name = "seed {0}")
    @DisplayName("どんな順でも")
    @ValueSource(ints = {1, 2, 3, 4})
    void anyOrder(int seed) {
        Random random = new Random(seed);
        open(random, 20);
        for (int i = 0; i < 150; i++) {
            if (random.nextInt(10) == 0) {
                pictures.fold();
            } else if (random.nextInt(10) == 0) {
                open(random, 1 + random.nextInt(3));
            } else {
                act(random);
            }
            if (i % 10 == 0) {
                assertThat(counted()).as("after act %d", i).isEqualTo(truth());
            }
        }
        pictures.fold();
        assertThat(counted()).isEqualTo(truth());
        assertThat(db.sql("SELECT count(*) FROM casework.picture_change")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("八人が同時に動かし、そのあいだに畳んでも")
    void atOnce() throws Exception {
        open(new Random(5), 40);
        List<Callable<Void>> people = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            Random random = new Random(100 + person);
            boolean folds = person == 0;
            people.add(() -> {
                for (int i = 0; i < 40; i++) {
                    if (folds) {
                        pictures.fold();
                    } else {
                        act(random);
                    }
                }
                return null;
            });
        }
        try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : hands.invokeAll(people)) {
                done.get();
            }
        }
        assertThat(counted()).isEqualTo(truth());
    }

    @Test
    @DisplayName("終わった案件は、保存年限で廃棄しても数に残る")
    void destroyed() {
        UUID id = open(new Random(6), 1);
        db.sql(ACTS.getFirst()).param("id", id).param("n", 4).update();
        Map<String, Long> before = counted();
        db.sql("DELETE FROM casework.case_file WHERE id = :id").param("id", id).update();
        assertThat(counted()).isEqualTo(before).isNotEqualTo(truth());
    }

    private void act(Random random) {
        List<UUID> ids = db.sql("SELECT id FROM casework.case_file ORDER BY id")
                .query((row, _) -> UUID.fromString(row.getString("id")))
                .list();
        if (!ids.isEmpty()) {
            db.sql(ACTS.get(random.nextInt(ACTS.size())))
                    .param("id", ids.get(random.nextInt(ids.size())))
                    .param("n", 1 + random.nextInt(30))
                    .update();
        }
    }

    /// The last one's id.
    private UUID open(Random random, int number) {
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        String[] receipts = random.ints(number)
                .mapToObj(any -> ReceiptNumber.generate(random).symbols())
                .toArray(String[]::new);
        return db.sql("""
                INSERT INTO casework.case_file
                    (id, submission, receipt, procedure, version, definition, section, channel, language, received_at,
                     counts_from, package, answers, files, name, name_key, state, meaning, since, revision)
                SELECT gen_random_uuid(), gen_random_uuid(), made.receipt, procedure, version, definition, section,
                       CASE n % 3 WHEN 0 THEN 'counter' ELSE 'web' END, language, received_at - n * interval '11 days',
                       counts_from, package, answers, files, name, name_key, state, meaning, since, revision
                FROM (SELECT * FROM casework.case_file WHERE submission = :first) AS first,
                     unnest(:receipts) WITH ORDINALITY AS made (receipt, n)
                RETURNING id
                """)
                .param("first", filed.submission())
                .param("receipts", receipts)
                .query((row, _) -> UUID.fromString(row.getString("id")))
                .list()
                .getLast();
    }

    private Map<String, Long> truth() {
        return map("SELECT " + KIND + " AS kind, count(*) AS number FROM casework.case_file GROUP BY 1");
    }

    private Map<String, Long> counted() {
        return map("""
                SELECT section || '/' || procedure || '/' || online || '/' || came || '/' || coalesce(ended::text, '-')
                    || '/' || withdrawn || '/' || coalesce(took_days::text, '-') AS kind, sum(number) AS number
                FROM casework.picture GROUP BY 1 HAVING sum(number) <> 0
                """);
    }

    private Map<String, Long> map(String sql) {
        Map<String, Long> map = new TreeMap<>();
        db.sql(sql)
                .query((row, number) -> map.put(row.getString("kind"), row.getLong("number")))
                .list();
        return map;
    }
}
