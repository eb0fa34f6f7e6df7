package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.journeys.FilingProgram.Told;
import town.machi.kernel.ReceiptNumber;

/// What the tables hold of the filings, room by room: each must be whole, or not there at all.
final class Ledger {

    private final JdbcClient db;

    Ledger(JdbcClient db) {
        this.db = db;
    }

    record Row(UUID id, UUID request, String receipt) {}

    List<Row> list() {
        return db.sql("SELECT id, request, receipt FROM submission.submission WHERE request IS NOT NULL")
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("request", UUID.class),
                        row.getString("receipt")))
                .list();
    }

    /// Everything that was promised is there once; besides it only what somebody gave up on.
    void assertHolds(Map<UUID, Told> acknowledged, Set<UUID> givenUp) {
        List<Row> rows = list();
        Set<UUID> requests = new HashSet<>(rows.stream().map(Row::request).toList());
        assertThat(requests).as("no request twice").hasSameSizeAs(rows);
        assertThat(requests).as("all that was acknowledged").containsAll(acknowledged.keySet());
        requests.removeAll(acknowledged.keySet());
        assertThat(givenUp).as("nothing that nobody sent").containsAll(requests);
        for (Row row : rows) {
            Told told = acknowledged.get(row.request());
            if (told != null) {
                assertThat(new ReceiptNumber(row.receipt()).format()).isEqualTo(told.number());
            }
        }
    }

    /// Submission, package, case, its opening, the audit row and the mail: one of each, and none without the others.
    void assertWhole() {
        List<String> submissions = ids("SELECT id FROM submission.submission");
        assertThat(submissions).doesNotHaveDuplicates();
        assertSame(submissions, "SELECT submission FROM submission.package WHERE sequence = 1");
        assertSame(submissions, "SELECT submission FROM casework.case_file");
        assertSame(submissions, """
                SELECT f.submission FROM casework.case_file f JOIN casework.event e ON e.case_id = f.id
                WHERE e.kind = 'OPENED'
                """);
        assertSame(submissions, """
                SELECT substr(subject, 12) FROM audit.entry
                WHERE subject LIKE 'submission:%' AND action = 'WRITE' AND what = 'file'
                """);
        assertSame(ids("SELECT id FROM submission.submission WHERE mail IS NOT NULL"), """
                SELECT once_key FROM messaging.outgoing WHERE about = 'submission:' || once_key
                """);
        assertThat(ids("SELECT DISTINCT substr(about, 12) FROM messaging.outgoing WHERE about LIKE 'submission:%'"))
                .as("whatever else was written is about one of them")
                .isSubsetOf(submissions);
        assertThat(ids("SELECT receipt FROM submission.submission"))
                .as("receipt numbers of cases")
                .containsExactlyInAnyOrderElementsOf(ids("SELECT receipt FROM casework.case_file"));
    }

    private void assertSame(List<String> submissions, String sql) {
        assertThat(ids(sql)).as(sql).containsExactlyInAnyOrderElementsOf(submissions);
    }

    private List<String> ids(String sql) {
        return db.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
