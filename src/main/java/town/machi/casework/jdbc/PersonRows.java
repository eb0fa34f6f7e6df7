package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.form.AnswerSheet;
import town.machi.form.AnswersJson;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonMarks;
import town.machi.kernel.PersonalFile;
import town.machi.platform.PersonIndex;
import town.machi.procedure.ProcedureName;

/// Which cases are a person's, and of how many a procedure's file is.
@Component
public class PersonRows {

    private final JdbcClient jdbc;
    private final PersonIndex index;
    private final PersonIndex.Table table;

    PersonRows(JdbcClient jdbc, PersonIndex index) {
        this.jdbc = jdbc;
        this.index = index;
        this.table = index.declare(new PersonIndex.Table("casework.case_file", "answers, mail", PersonRows::marks));
    }

    private static PersonMarks marks(ResultSet row, int number) throws SQLException {
        return AnswerSheet.marks(AnswersJson.read(row.getString("answers"))).mail(row.getString("mail"));
    }

    /// Those where any part of the key agrees.
    public List<CaseId> list(PersonKey key) {
        index.complete(table);
        return jdbc.sql("""
                        SELECT id FROM casework.case_file WHERE submission = ANY (:submissions)
                        UNION
                        SELECT id FROM casework.case_file WHERE person_marks && :marks::text[]
                        ORDER BY id
                        """)
                .param("submissions", key.submissions().toArray(UUID[]::new))
                .param("marks", PersonMarks.of(key).array())
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Cases of a procedure, counted as far as it matters.
    public int count(ProcedureName procedure) {
        return jdbc.sql("""
                        SELECT count(*) FROM (
                            SELECT FROM casework.case_file WHERE procedure = :procedure LIMIT :most) AS counted
                        """)
                .param("procedure", procedure.value())
                .param("most", PersonalFile.COUNTED)
                .query(Integer.class)
                .single();
    }
}
