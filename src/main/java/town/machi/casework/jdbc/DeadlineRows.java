package town.machi.casework.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;

/// Which deadlines have passed, and whether somebody was told.
@Component
public class DeadlineRows {

    private final JdbcClient jdbc;

    DeadlineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Marks what has run out and was not yet told, and says which. Two nodes never mark the same one; a case that
    /// somebody is at work on is left for the next look.
    public List<CaseId> claim(LocalDate today, int most) {
        return jdbc.sql("""
                        UPDATE casework.case_file SET told_due = due_on
                        WHERE id IN (
                            SELECT id FROM casework.case_file
                            WHERE closed_at IS NULL AND told_due IS DISTINCT FROM due_on AND due_sort < :today
                            ORDER BY due_sort LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .param("today", today)
                .param("most", most)
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }
}
