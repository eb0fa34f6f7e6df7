package town.machi.water.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.StaffId;

/// Files for the billing system, and each time one was taken out.
@Component
public class BatchRows {

    private static final String SELECT = """
            SELECT b.id, b.number, b.made_at, b.made_by,
                (SELECT count(*) FROM water.settlement s WHERE s.batch_id = b.id) AS lines,
                (SELECT count(*) FROM water.billing_export e WHERE e.batch_id = b.id) AS exports
            FROM water.billing_batch b
            """;

    private final JdbcClient jdbc;

    BatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param exports how often it was taken out
    public record Batch(UUID id, long number, Instant madeAt, StaffId madeBy, int lines, int exports) {}

    public void insert(UUID id, StaffId by, Instant now) {
        jdbc.sql("INSERT INTO water.billing_batch (id, made_at, made_by) VALUES (:id, :now, :by)")
                .param("id", id)
                .param("now", OrderRows.utc(now))
                .param("by", by.value())
                .update();
    }

    /// Nobody else takes it out until the transaction ends.
    public Optional<Batch> lock(UUID id) {
        return jdbc.sql(SELECT + " WHERE b.id = :id FOR UPDATE OF b")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    /// Newest first.
    public List<Batch> list(int most) {
        return jdbc.sql(SELECT + " ORDER BY b.number DESC LIMIT :most")
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    public void insertExport(UUID batch, int nth, StaffId by, String reason, Instant now) {
        jdbc.sql("""
                        INSERT INTO water.billing_export (batch_id, nth, at, staff_id, reason)
                        VALUES (:batch, :nth, :now, :by, :reason)
                        """)
                .param("batch", batch)
                .param("nth", nth)
                .param("now", OrderRows.utc(now))
                .param("by", by.value())
                .param("reason", reason)
                .update();
    }

    private static Batch read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                new StaffId(row.getObject("made_by", UUID.class)),
                row.getInt("lines"),
                row.getInt("exports"));
    }
}
