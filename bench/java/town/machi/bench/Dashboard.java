package town.machi.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import town.machi.demo.DemoAccount;
import town.machi.platform.database.DatabaseAddress;

/// The figures of a section, with few and with many cases of the last twelve months: 2 % are open, 10 % were sent back.
final class Dashboard {

    private static final int FEW = 2_000;
    private static final int MANY = 200_000;

    private final BenchTown town;
    private final Results results;

    Dashboard(BenchTown town, Results results) {
        this.town = town;
        this.results = results;
    }

    void measure() throws Exception {
        try (Visitor visitor = new Visitor(town.port())) {
            visitor.signIn(DemoAccount.named("mizuno"));
            store(1, FEW);
            double few = visitor.medianMillis("/office/picture", 4);
            store(FEW + 1, MANY);
            double many = visitor.medianMillis("/office/picture", 4);
            results.add("figures over %,d cases, median".formatted(FEW), few, "ms");
            results.add(
                    "figures over %,d cases, median".formatted(MANY),
                    many,
                    "ms",
                    "%,d cases".formatted(FEW),
                    few,
                    "< 200 ms",
                    many < 200);
        }
    }

    private void store(int from, int to) throws SQLException {
        DatabaseAddress database = town.database();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.owner(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    WITH kinds AS (
                        SELECT procedure, version, hash, row_number() OVER (ORDER BY hash) - 1 AS nth,
                            count(*) OVER () AS all_of_them
                        FROM casework.definition
                    )
                    INSERT INTO casework.case_file
                        (id, submission, receipt, procedure, version, definition, section, channel, language,
                         received_at, counts_from, package, answers, files, name, name_key, state, meaning, since,
                         due_on, closed_at, took_days, revision)
                    SELECT gen_random_uuid(), gen_random_uuid(), 'bench' || n, procedure, version, hash, 'water',
                        CASE n %% 4 WHEN 0 THEN 'counter' ELSE 'web' END, 'ja', came, came::date, 1, '{}', '[]',
                        '例 花子' || n, 'レイハナコ' || n, CASE WHEN open THEN 'received' ELSE 'done' END,
                        CASE WHEN open THEN 'OPEN' WHEN n %% 30 = 0 THEN 'WITHDRAWN' ELSE 'DONE' END, came,
                        CASE WHEN open THEN came::date + 20 END,
                        CASE WHEN NOT open THEN least(now(), came + n %% 40 * interval '1 day') END,
                        CASE WHEN NOT open THEN n %% 28 END, 1
                    FROM (
                        SELECT n, n %% 50 = 0 AS open, now() - n * 7919 %% 8760 * interval '1 hour' AS came
                        FROM generate_series(%d::bigint, %d::bigint) AS n
                    ) AS made JOIN kinds ON nth = n %% all_of_them
                    """.formatted(from, to));
            statement.execute("""
                    INSERT INTO casework.event (id, case_id, revision, at, kind, actor_kind, actor_id, act, words, fields)
                    SELECT gen_random_uuid(), id, 1, received_at, 'ACT', 'staff', '-', 'sendBack', '',
                        ARRAY['name', 'startsOn']
                    FROM casework.case_file WHERE substr(receipt, 6)::bigint BETWEEN %d AND %d
                        AND receipt LIKE 'bench%%' AND substr(receipt, 6)::bigint %% 10 = 0
                    """.formatted(from, to));
            statement.execute("VACUUM ANALYZE casework.case_file");
        }
    }
}
