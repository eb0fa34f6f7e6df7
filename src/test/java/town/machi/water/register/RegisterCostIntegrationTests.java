package town.machi.water.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.support.MachiTest;
import town.machi.support.TestOwner;
import town.machi.water.jdbc.RegisterRows;

/// What a search costs, counted in the rows and index entries that PostgreSQL touches: each thing that staff may know
/// of a point has an index of its own, and one question about all of them uses them all.
@MachiTest(properties = "machi.demo=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("台帳を探す手間は、件数によらない")
class RegisterCostIntegrationTests {

    private static final int MANY = 20_000;
    private static final long MOST_TOUCHED = 200;

    @Autowired
    RegisterRows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    /// Ten homes in each block of flats.
    @BeforeAll
    void aLargeTown() throws SQLException {
        db.sql("""
                        INSERT INTO water.supply_point (id, point_number, customer_number, meter_number, calibre_mm, area,
                            number, building, place_key, building_key, valve, standing, services, user_name,
                            user_name_key, user_kana, user_kana_key, user_phone, user_phone_key)
                        SELECT gen_random_uuid(), 'COST' || n, 'K' || n, 'M' || n, 13, '大字計石', n || '番地',
                            '団地' || n / 10 || '号棟', '計石|' || n, '団地' || n / 10 || '_棟', 'OPEN', 'IN_USE',
                            ARRAY['WATER'], '人' || n, '人' || n, 'ヒト' || n, 'ヒト' || n, '0966' || n, '0966' || n
                        FROM generate_series(10000, :last) n
                        """).param("last", 10_000 + MANY - 1).update();
        TestOwner.run(environment, "VACUUM ANALYZE water.supply_point");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("番号、場所、建物、名前、フリガナ、電話のどれでも")
    @ValueSource(
            strings = {"COST12345", "K12345", "M12345", "大字計石 12345番地", "団地1234号棟", "人12345", "ひと12345", "0966-12345"})
    void costsTheSame(String words) {
        PointQuery query = new PointQuery(words, Optional.empty());
        Long touched = transaction.execute(_ -> {
            long before = touched();
            assertThat(rows.list(query, 50, 0)).isNotEmpty();
            assertThat(rows.count(query)).isPositive();
            return touched() - before;
        });
        assertThat(touched).isLessThan(MOST_TOUCHED);
    }

    private long touched() {
        return db.sql("""
                        SELECT pg_stat_get_xact_tuples_returned(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid)
                             + (SELECT coalesce(sum(pg_stat_get_xact_tuples_returned(i.indexrelid)), 0)
                                FROM pg_index i WHERE i.indrelid = c.oid)
                        FROM pg_class c WHERE c.oid = 'water.supply_point'::regclass
                        """).query(Long.class).single();
    }
}
