package town.machi.casework.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;

/// Which cases belong together. A link holds both ways, and may be there before the second case is.
@Component
public class CaseLinkRows {

    private final JdbcClient jdbc;

    CaseLinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false where they were linked already, or it is the same case
    public boolean insert(UUID submission, UUID other, String by, Instant now) {
        if (submission.equals(other)) {
            return false;
        }
        return jdbc.sql("""
                        INSERT INTO casework.link (one, other, by, at)
                        VALUES (least(:a, :b), greatest(:a, :b), :by, :now) ON CONFLICT DO NOTHING
                        """)
                        .param("a", submission)
                        .param("b", other)
                        .param("by", by)
                        .param("now", CaseRows.at(now))
                        .update()
                == 1;
    }

    public boolean delete(UUID submission, UUID other) {
        return jdbc.sql("DELETE FROM casework.link WHERE one = least(:a, :b) AND other = greatest(:a, :b)")
                        .param("a", submission)
                        .param("b", other)
                        .update()
                == 1;
    }

    /// The other cases that have arrived.
    public List<CaseId> list(UUID submission) {
        return jdbc.sql("""
                        SELECT c.id FROM casework.case_file c
                        WHERE c.submission IN (
                            SELECT other FROM casework.link WHERE one = :me
                            UNION ALL SELECT one FROM casework.link WHERE other = :me)
                        ORDER BY c.id
                        """)
                .param("me", submission)
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
    }

    public void deleteAll(UUID submission) {
        jdbc.sql("DELETE FROM casework.link WHERE one = :me OR other = :me")
                .param("me", submission)
                .update();
    }
}
