package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Role;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestOwner;
import town.machi.support.TestStaff;

/// What a page of the inbox costs, counted in index entries and rows that PostgreSQL touches: the same whether a
/// section has two thousand cases or forty thousand.
@MachiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("一覧の手間は、件数によらない")
class InboxCostIntegrationTests {

    private static final int FEW = 2_000;
    private static final int MANY = 40_000;

    /// A thousand and one to count, fifty-one to show, for each of the views that say their number.
    private static final long MOST_TOUCHED = 4 * (CaseList.COUNTED + 1) + 200L;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    Filed.New first = Parcels.filed("水野", "太郎");
    Actor.Staff few = Plans.staff(Plans.WATER, Role.HANDLER);
    Actor.Staff many = Plans.staff(Plans.RESIDENTS, Role.HANDLER);

    @BeforeAll
    void manyCases() throws SQLException {
        few = staff.add("少ない課", "water", Role.HANDLER);
        many = staff.add("多い課", "residents", Role.HANDLER);
        events.publishEvent(first);
        copies("water", FEW);
        copies("residents", MANY);
        TestOwner.run(environment, "VACUUM ANALYZE casework.case_file");
    }

    @ParameterizedTest(name = "{0}、{1}")
    @DisplayName("見かたと並び順のどれでも")
    @CsvSource({
        "SECTION,DUE",
        "SECTION,NEWEST",
        "SECTION,OLDEST",
        "SECTION,NAME",
        "ALL,DUE",
        "ALL,NEWEST",
        "ALL,NAME",
        "OVERDUE,DUE"
    })
    void costsTheSame(CaseFilter.View view, CaseFilter.Sort sort) {
        CaseFilter filter = CaseFilter.of(view).sortedBy(sort);
        long small = touched(filter, few);
        long large = touched(filter, many);
        assertThat(large).as("%d of %d, %d of %d", small, FEW, large, MANY).isLessThan(MOST_TOUCHED);
        assertThat(large).isLessThanOrEqualTo(small * 3 / 2);
    }

    @Test
    @DisplayName("奥のページでも")
    void deepPages() {
        CaseFilter filter = CaseFilter.of(CaseFilter.View.ALL).sortedBy(CaseFilter.Sort.NEWEST);
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < 30; page++) {
            cursor = cases.list(filter, cursor, many).after();
        }
        assertThat(touched(filter, many, cursor)).isLessThan(MOST_TOUCHED);
    }

    private long touched(CaseFilter filter, Actor.Staff who) {
        return touched(filter, who, Optional.empty());
    }

    private long touched(CaseFilter filter, Actor.Staff who, Optional<String> cursor) {
        Long touched = transaction.execute(_ -> {
            long before = counted();
            assertThat(cases.list(filter, cursor, who).lines()).hasSize(CaseList.ROWS);
            return counted() - before;
        });
        return touched == null ? Long.MAX_VALUE : touched;
    }

    /// Rows and index entries that this transaction has read of the table.
    private long counted() {
        return db.sql("""
                        SELECT pg_stat_get_xact_tuples_returned(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid)
                             + (SELECT coalesce(sum(pg_stat_get_xact_tuples_returned(i.indexrelid)), 0)
                                FROM pg_index i WHERE i.indrelid = c.oid)
                        FROM pg_class c WHERE c.oid = 'casework.case_file'::regclass
                        """).query(Long.class).single();
    }

    /// Rows like the first one, spread over days and names.
    private void copies(String section, int number) {
        Random random = new Random(number);
        String[] receipts = Stream.generate(() -> ReceiptNumber.generate(random).symbols())
                .limit(number)
                .toArray(String[]::new);
        db.sql("""
                INSERT INTO casework.case_file
                    (id, submission, receipt, procedure, version, definition, section, channel, typist, language, mail,
                     received_at, counts_from, package, answers, files, name, name_key, state, meaning, since, due_on,
                     open_fields, return_to, closed_at, revision, assignee)
                SELECT gen_random_uuid(), gen_random_uuid(), made.receipt, procedure, version, definition, :section,
                       channel, typist, language, mail, received_at - n * interval '7 minutes', counts_from, package,
                       answers, files, name || n, 'ミズノ' || lpad((n * 7919 % 100000)::text, 6, '0'), state, meaning,
                       since, DATE '2026-10-01' + (n % 60)::int, open_fields, return_to, closed_at, revision, assignee
                FROM (SELECT * FROM casework.case_file WHERE submission = :first) AS first,
                     unnest(:receipts) WITH ORDINALITY AS made (receipt, n)
                """)
                .param("section", section)
                .param("receipts", receipts)
                .param("first", first.submission())
                .update();
    }
}
