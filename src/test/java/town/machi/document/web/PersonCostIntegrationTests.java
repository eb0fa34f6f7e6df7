package town.machi.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.support.MachiTest;
import town.machi.support.ManyPeople;

/// What a search costs must not grow with what is stored: rows that were touched are counted, not time.
@MachiTest
@DisplayName("一人について調べる手間")
class PersonCostIntegrationTests {

    private static final int PEOPLE = 3_000;
    private static final int FEW = 100;

    @Autowired
    List<PersonalData> rooms;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Environment environment;

    @Test
    @DisplayName("三千人がいても、一人を調べるのに、どの表も端から読まない")
    void noTableIsReadFromEndToEnd() throws Exception {
        DisclosureCase.open(events, db);
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("machi.db.url"),
                        environment.getRequiredProperty("machi.db.user"),
                        environment.getRequiredProperty("machi.db.password"));
                var statement = owner.createStatement()) {
            ManyPeople.store(statement, 1, PEOPLE);
            statement.execute("ANALYZE");
        }
        PersonKey key = new PersonKey("例　花子77", "レイ ハナコ", "08000000077", "hanako77@example.jp", Set.of());
        int found = transaction.execute(status -> {
            int records =
                    rooms.stream().mapToInt(room -> room.export(key).size()).sum();
            Set<java.util.UUID> filed = rooms.stream()
                    .flatMap(room -> room.find(key).stream())
                    .map(PersonalData.Trace::subject)
                    .filter(subject -> subject.startsWith("submission:"))
                    .map(subject -> java.util.UUID.fromString(subject.substring("submission:".length())))
                    .collect(Collectors.toSet());
            PersonKey hanging = new PersonKey(null, null, null, null, filed);
            records +=
                    rooms.stream().mapToInt(room -> room.export(hanging).size()).sum();
            assertThat(touched()).isEmpty();
            return records;
        });
        assertThat(found).isGreaterThanOrEqualTo(10);
    }

    /// Tables of which more was read in this transaction than a person can have in them.
    private Map<String, Long> touched() {
        return db
                .sql("""
                        SELECT schemaname || '.' || relname AS name, seq_tup_read + coalesce(idx_tup_fetch, 0) AS touched
                        FROM pg_stat_xact_user_tables
                        """)
                .query((row, number) -> Map.entry(row.getString("name"), row.getLong("touched")))
                .list()
                .stream()
                .filter(table -> table.getValue() > FEW)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
