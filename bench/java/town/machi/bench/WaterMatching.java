package town.machi.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import town.machi.platform.database.DatabaseAddress;
import town.machi.water.CasePoint;
import town.machi.water.PlaceKey;
import town.machi.water.SupplyPoint;
import town.machi.water.intake.MatchRules;
import town.machi.water.intake.Said;
import town.machi.water.jdbc.PointSearch;

/// The point of a notice, found by place and name, among few and among many supply points.
final class WaterMatching {

    private static final int FEW = 7_000;
    private static final int MANY = 100_000;
    private static final int TRIES = 2_000;

    private final BenchTown town;
    private final Results results;
    private final Random random = new Random(4);

    WaterMatching(BenchTown town, Results results) {
        this.town = town;
        this.results = results;
    }

    void measure() throws SQLException {
        store(1, FEW);
        double few = median(FEW);
        store(FEW + 1, MANY);
        double many = median(MANY);
        results.add("water: point by place and name among %,d, median".formatted(FEW), few, "ms");
        results.add(
                "water: point by place and name among %,d, median".formatted(MANY),
                many,
                "ms",
                "%,d points".formatted(FEW),
                few,
                "<= 2",
                many / few <= 2 && many < 20);
    }

    /// On one connection that stays, as the program has them from its pool.
    private double median(int points) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                town.database().url(), town.database().owner(), town.database().password(), true);
        try {
            return median(points, new PointSearch(JdbcClient.create(source)));
        } finally {
            source.destroy();
        }
    }

    private double median(int points, PointSearch search) {
        for (int i = 0; i < TRIES; i++) {
            match(search, 1 + random.nextInt(points));
        }
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            int number = 1 + random.nextInt(points);
            long begin = System.nanoTime();
            match(search, number);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos[TRIES / 2] / 1e6;
    }

    /// As a stop without the customer's number is matched.
    private static void match(PointSearch search, int number) {
        String place = PlaceKey.of("大字芦北", (number / 2) + "番地の例");
        Said said = new Said(
                CasePoint.Kind.STOP,
                new Said.Numbers("", ""),
                new Said.Spot("大字芦北", place, ""),
                new Said.Who("例人" + number, "レイニン" + number, ""),
                Optional.empty());
        List<SupplyPoint> here = search.listAtPlace(place);
        List<SupplyPoint> theirs =
                search.listOfPerson(said.who().name(), said.who().kana(), said.who().phone());
        MatchRules.Matched matched =
                MatchRules.decide(said, new MatchRules.Found(List.of(), here, theirs));
        if (matched.point().isEmpty()) {
            throw new IllegalStateException("point " + number + " was not found: " + matched.match());
        }
    }

    /// Two points at each place, so that the name decides.
    private void store(int from, int to) throws SQLException {
        DatabaseAddress database = town.database();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.owner(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO water.supply_point
                        (id, point_number, calibre_mm, area, number, place_key, valve, standing, services, user_name,
                         user_name_key, user_kana, user_kana_key, example)
                    SELECT gen_random_uuid(), 'bench' || n, 13, '大字芦北', n / 2 || '番地の例', '%s' || n / 2 || '_例',
                           'OPEN', 'IN_USE', ARRAY['WATER'], '例人' || n, '例人' || n, 'レイニン' || n, 'レイニン' || n, true
                    FROM generate_series(%d, %d) AS n
                    """.formatted(PlaceKey.area("大字芦北") + "|", from, to));
            statement.execute("VACUUM ANALYZE water.supply_point");
        }
    }
}
