package town.machi.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.form.AnswerSheet;
import town.machi.form.Answers;
import town.machi.form.AnswersJson;
import town.machi.form.Typed;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonMarks;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.PersonIndex;
import town.machi.procedure.ProcedureName;

/// What was said by, or of, one person, found by the marks beside each row.
@Component
public class SaidRows {

    private final JdbcClient jdbc;
    private final PersonIndex index;
    private final List<PersonIndex.Table> tables;

    SaidRows(JdbcClient jdbc, PersonIndex index) {
        this.jdbc = jdbc;
        this.index = index;
        this.tables = List.of(
                index.declare(new PersonIndex.Table("submission.draft", "answers, mail, typed", SaidRows::marks)),
                index.declare(new PersonIndex.Table(
                        "submission.submission", "answers, mail, NULL AS typed", SaidRows::marks)),
                index.declare(new PersonIndex.Table(
                        "submission.package", "answers, NULL AS mail, NULL AS typed", SaidRows::marks)));
    }

    /// @param draft whether it was never sent
    /// @param at when it was filed, or begun
    /// @param typed of a draft: what stands in the boxes of its pages and is not an answer yet
    public record Held(
            UUID id,
            ReceiptNumber number,
            ProcedureName procedure,
            int version,
            boolean draft,
            Instant at,
            Answers answers,
            List<Typed> typed) {}

    private static PersonMarks marks(ResultSet row, int number) throws SQLException {
        String answers = row.getString("answers");
        Answers said = answers == null ? Answers.NONE : AnswersJson.read(answers);
        return AnswerSheet.marks(said, typed(row)).mail(row.getString("mail"));
    }

    private static List<Typed> typed(ResultSet row) throws SQLException {
        String typed = row.getString("typed");
        return typed == null ? List.of() : List.copyOf(TypedJson.read(typed).values());
    }

    /// Each once; where a draft was sent, what was sent.
    public List<Held> listOf(PersonKey key) {
        if (!key.isOnlySubmissions()) {
            tables.forEach(index::complete);
        }
        Map<UUID, Held> found = new LinkedHashMap<>();
        jdbc.sql("""
                        WITH wanted AS (
                            SELECT id, true AS draft FROM submission.draft WHERE person_marks && :marks::text[]
                            UNION SELECT id, true FROM submission.draft WHERE id = ANY (:ids::uuid[])
                            UNION SELECT id, true FROM submission.draft WHERE corrects = ANY (:ids::uuid[])
                            UNION SELECT id, false FROM submission.submission WHERE person_marks && :marks::text[]
                            UNION SELECT id, false FROM submission.submission WHERE id = ANY (:ids::uuid[])
                            UNION SELECT submission, false FROM submission.package WHERE person_marks && :marks::text[])
                        SELECT d.id, d.number, d.procedure, d.version, true AS draft, d.began_at AS at, d.answers,
                               d.typed
                        FROM submission.draft d WHERE d.id IN (SELECT id FROM wanted WHERE draft)
                        UNION ALL
                        SELECT s.id, s.receipt, s.procedure, s.version, false, s.filed_at, s.answers, NULL
                        FROM submission.submission s WHERE s.id IN (SELECT id FROM wanted WHERE NOT draft)
                        """)
                .param("marks", PersonMarks.of(key).array())
                .param("ids", Sql.array(key.submissions()))
                .query(SaidRows::held)
                .list()
                .forEach(held -> found.merge(held.id(), held, (one, other) -> one.draft() ? other : one));
        return List.copyOf(found.values());
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                new ReceiptNumber(row.getString("number")),
                new ProcedureName(row.getString("procedure")),
                row.getInt("version"),
                row.getBoolean("draft"),
                Sql.instant(row, "at"),
                AnswersJson.read(row.getString("answers")),
                typed(row));
    }

    /// Drafts, submissions with their packages and words, and drafts that correct them.
    public int delete(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        String list = Sql.array(ids);
        int drafts = jdbc.sql(
                        "DELETE FROM submission.draft WHERE id = ANY (:ids::uuid[]) OR corrects = ANY (:ids::uuid[])")
                .param("ids", list)
                .update();
        int filed = jdbc.sql("DELETE FROM submission.submission WHERE id = ANY (:ids::uuid[])")
                .param("ids", list)
                .update();
        return drafts + filed;
    }
}
