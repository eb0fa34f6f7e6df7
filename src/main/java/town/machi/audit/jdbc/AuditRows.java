package town.machi.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.audit.AuditRow;

/// The rows of the trail.
public final class AuditRows {

    static final String COLUMNS = "number, at, actor_kind, actor_id, address, action, subject, what, outcome";

    private final JdbcClient jdbc;

    public AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The entry and its place in the line for the seal, in one statement.
    public void insert(AuditRow row) {
        jdbc.sql("""
                WITH written AS (
                    INSERT INTO audit.entry (at, actor_kind, actor_id, address, action, subject, what, outcome)
                    VALUES (:at, :kind, :id, :address, :action, :subject, :what, :outcome)
                    RETURNING number)
                INSERT INTO audit.waiting (number) SELECT number FROM written
                """)
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .param("kind", row.who().kind())
                .param("id", row.who().id())
                .param("address", row.who().address())
                .param("action", row.deed().action())
                .param("subject", row.deed().subject())
                .param("what", row.deed().what())
                .param("outcome", row.deed().outcome())
                .update();
    }

    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new AuditRow.Who(row.getString("actor_kind"), row.getString("actor_id"), row.getString("address")),
                new AuditRow.Deed(
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("what"),
                        row.getString("outcome")));
    }
}
