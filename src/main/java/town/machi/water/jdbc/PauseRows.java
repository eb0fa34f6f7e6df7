package town.machi.water.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.water.SupplyPointId;

/// Pauses that come to their end, and who was reminded of it.
@Component
public class PauseRows {

    private final JdbcClient jdbc;

    PauseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param caseId of the notice that paused it; empty: it was paused before Machi
    /// @param place in one line
    public record Ending(SupplyPointId point, LocalDate endsOn, Optional<CaseId> caseId, String place) {}

    /// Pauses that end between two days, both included, and of which nobody was reminded yet.
    public List<Ending> listEnding(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT p.id, p.paused_until, p.area || p.number AS place,
                            (SELECT c.case_id FROM water.case_point c WHERE c.point_id = p.id AND c.kind = 'PAUSE'
                             ORDER BY c.opened_at DESC LIMIT 1) AS case_id
                        FROM water.supply_point p
                        WHERE p.standing = 'PAUSED' AND p.paused_until BETWEEN :from AND :to AND NOT EXISTS (
                            SELECT 1 FROM water.pause_reminder r
                            WHERE r.point_id = p.id AND r.ends_on = p.paused_until)
                        ORDER BY p.paused_until, p.id
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, index) -> new Ending(
                        new SupplyPointId(row.getObject("id", UUID.class)),
                        row.getObject("paused_until", LocalDate.class),
                        Optional.ofNullable(row.getObject("case_id", UUID.class))
                                .map(CaseId::new),
                        row.getString("place")))
                .list();
    }

    /// @return false where somebody was reminded of this end already
    public boolean insert(Ending ending, Instant now) {
        return jdbc.sql("""
                        INSERT INTO water.pause_reminder (point_id, ends_on, case_id, at)
                        VALUES (:point, :ends, :case, :now) ON CONFLICT DO NOTHING
                        """)
                        .param("point", ending.point().value())
                        .param("ends", ending.endsOn())
                        .param("case", ending.caseId().map(CaseId::value).orElse(null))
                        .param("now", OrderRows.utc(now))
                        .update()
                == 1;
    }
}
