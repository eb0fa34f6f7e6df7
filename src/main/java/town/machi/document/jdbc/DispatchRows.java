package town.machi.document.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.document.Dispatch;
import town.machi.document.DocumentId;

/// The way of papers: appended and read.
@Component
public class DispatchRows {

    private final JdbcClient jdbc;

    DispatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the transaction ends, nobody else writes about this paper.
    public void lock(DocumentId id) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('document.dispatch:' || :id, 0))::text")
                .param("id", id.toString())
                .query(String.class)
                .optional();
    }

    public boolean isKnown(UUID request) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM document.dispatch WHERE request = :request)")
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    public void insert(DocumentId id, Dispatch dispatch, UUID request, Instant at) {
        jdbc.sql("""
                INSERT INTO document.dispatch (request, document, step, on_day, at, by)
                VALUES (:request, :document, :step, :on, :at, :by)
                """)
                .param("request", request)
                .param("document", id.value())
                .param("step", dispatch.step().name())
                .param("on", dispatch.on())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", dispatch.by())
                .update();
    }

    public Map<DocumentId, Dispatch> last(Collection<DocumentId> documents) {
        Map<DocumentId, Dispatch> last = new HashMap<>();
        jdbc.sql("SELECT document, step, on_day, by FROM document.dispatch WHERE document = ANY (:ids) ORDER BY seq")
                .param("ids", documents.stream().map(DocumentId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(new DocumentId(row.getObject("document", UUID.class)), read(row)))
                .list()
                .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }

    private static Dispatch read(ResultSet row) throws SQLException {
        return new Dispatch(
                Dispatch.Step.valueOf(row.getString("step")),
                row.getObject("on_day", LocalDate.class),
                row.getString("by"));
    }
}
