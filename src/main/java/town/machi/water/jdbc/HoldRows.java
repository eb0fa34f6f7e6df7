package town.machi.water.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.water.Hold;

/// What keeps cases waiting.
@Component
public class HoldRows {

    private final JdbcClient jdbc;

    HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One of a kind for each case; a new reason opens a settled one again.
    public void open(CaseId id, Hold.Kind kind, @Nullable CaseId other, Instant at) {
        jdbc.sql("""
                INSERT INTO water.hold AS had (case_id, kind, other_case, at) VALUES (:case, :kind, :other, :at)
                ON CONFLICT (case_id, kind) DO UPDATE
                    SET other_case = :other, at = :at, settled_at = NULL, settled_by = NULL, words = ''
                    WHERE had.other_case IS DISTINCT FROM :other OR had.kind IN ('DAY', 'OTHER_HALF')
                """)
                .param("case", id.value())
                .param("kind", kind.name())
                .param("other", other == null ? null : other.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The reason is gone by itself: another point was chosen.
    public void drop(CaseId id, Hold.Kind kind) {
        jdbc.sql("DELETE FROM water.hold WHERE case_id = :case AND kind = :kind")
                .param("case", id.value())
                .param("kind", kind.name())
                .update();
    }

    /// @return false where there was nothing open
    public boolean settle(CaseId id, Hold.Kind kind, Hold.Settled settled) {
        return jdbc.sql("""
                        UPDATE water.hold SET settled_at = :at, settled_by = :by, words = :words
                        WHERE case_id = :case AND kind = :kind AND settled_at IS NULL
                        """)
                        .param("case", id.value())
                        .param("kind", kind.name())
                        .param("at", settled.at().atOffset(ZoneOffset.UTC))
                        .param("by", settled.by())
                        .param("words", settled.words())
                        .update()
                == 1;
    }

    /// Oldest first.
    public List<Hold> list(CaseId id) {
        return jdbc.sql("""
                        SELECT case_id, kind, other_case, at, settled_at, settled_by, words
                        FROM water.hold WHERE case_id = :case ORDER BY at, kind
                        """).param("case", id.value()).query(HoldRows::hold).list();
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        Hold.Settled settled = settledAt == null
                ? null
                : new Hold.Settled(settledAt.toInstant(), row.getString("settled_by"), row.getString("words"));
        return new Hold(
                new CaseId(row.getObject("case_id", UUID.class)),
                Hold.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("other_case", UUID.class)).map(CaseId::new),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                settled);
    }
}
