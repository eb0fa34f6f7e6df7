package town.machi.water.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.water.CasePoint;
import town.machi.water.SupplyPointId;

/// Which case is about which point.
@Component
public class CasePointRows {

    private static final String COLUMNS = "case_id, submission, kind, match, point_id, wanted_on, opened_at";

    private final JdbcClient jdbc;

    CasePointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CasePoint> find(CaseId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM water.case_point WHERE case_id = :id")
                .param("id", id.value())
                .query(CasePointRows::casePoint)
                .optional();
    }

    /// A second one for the same case changes nothing.
    ///
    /// @param partner the submission of the other half; null: there is none
    public void insert(CasePoint point, @Nullable UUID partner) {
        jdbc.sql("""
                INSERT INTO water.case_point (case_id, submission, kind, match, point_id, wanted_on, opened_at, partner)
                VALUES (:case, :submission, :kind, :match, :point, :wanted, :at, :partner)
                ON CONFLICT (case_id) DO NOTHING
                """)
                .param("case", point.caseId().value())
                .param("submission", point.submission())
                .param("kind", point.kind().name())
                .param("match", point.match().name())
                .param("point", point.point().map(SupplyPointId::value).orElse(null))
                .param("wanted", point.times().wantedOn())
                .param("at", point.times().openedAt().atOffset(ZoneOffset.UTC))
                .param("partner", partner)
                .update();
    }

    /// The case of the other half of a move, unless it has ended without work.
    public Optional<CaseId> findPartner(CasePoint point) {
        return jdbc.sql("""
                        SELECT case_id FROM water.case_point
                        WHERE NOT over AND (partner = :submission
                            OR submission = (SELECT partner FROM water.case_point WHERE case_id = :case))
                        """)
                .param("submission", point.submission())
                .param("case", point.caseId().value())
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    /// Newest first.
    public List<CasePoint> listOfPoint(SupplyPointId id) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM water.case_point WHERE point_id = :id ORDER BY opened_at DESC LIMIT 50")
                .param("id", id.value())
                .query(CasePointRows::casePoint)
                .list();
    }

    public Optional<CasePoint> findOfSubmission(UUID submission) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM water.case_point WHERE submission = :submission")
                .param("submission", submission)
                .query(CasePointRows::casePoint)
                .optional();
    }

    /// Match, point and day, as they are now.
    ///
    /// @param chosenBy `staff:…`; null where nobody chose
    public void update(CasePoint point, @Nullable String chosenBy) {
        jdbc.sql("""
                UPDATE water.case_point
                SET match = :match, point_id = :point, wanted_on = :wanted, chosen_by = :by WHERE case_id = :case
                """)
                .param("case", point.caseId().value())
                .param("match", point.match().name())
                .param("point", point.point().map(SupplyPointId::value).orElse(null))
                .param("wanted", point.times().wantedOn())
                .param("by", chosenBy)
                .update();
    }

    /// The case ended without anything being done: it is nobody's duplicate.
    public void end(CaseId id) {
        jdbc.sql("UPDATE water.case_point SET over = true WHERE case_id = :case")
                .param("case", id.value())
                .update();
    }

    /// The last other case of the same kind about the same point since then, ended ones left out.
    public Optional<CaseId> findTwin(CasePoint point, Instant since) {
        return jdbc.sql("""
                        SELECT case_id FROM water.case_point
                        WHERE point_id = :point AND kind = :kind AND opened_at >= :since AND case_id <> :case AND NOT over
                        ORDER BY opened_at DESC LIMIT 1
                        """)
                .param("point", point.point().map(SupplyPointId::value).orElse(null))
                .param("kind", point.kind().name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("case", point.caseId().value())
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    static CasePoint casePoint(ResultSet row, int number) throws SQLException {
        @Nullable UUID point = row.getObject("point_id", UUID.class);
        return new CasePoint(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("submission", UUID.class),
                CasePoint.Kind.valueOf(row.getString("kind")),
                CasePoint.Match.valueOf(row.getString("match")),
                Optional.ofNullable(point).map(SupplyPointId::new),
                new CasePoint.Times(
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("wanted_on", LocalDate.class)));
    }
}
