package town.machi.casework.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.StaffId;

/// Filters that members of staff keep under a name.
@Component
public class FilterRows {

    private final JdbcClient jdbc;

    FilterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param query the query of the inbox's address
    public record Saved(UUID id, String name, String query) {}

    /// A second one of the same name takes the first one's place.
    public void save(Saved saved, StaffId staff, Instant now) {
        jdbc.sql("""
                INSERT INTO casework.saved_filter (id, staff, name, query, at) VALUES (:id, :staff, :name, :query, :now)
                ON CONFLICT (staff, name) DO UPDATE SET query = excluded.query, at = excluded.at
                """)
                .param("id", saved.id())
                .param("staff", staff.value())
                .param("name", saved.name())
                .param("query", saved.query())
                .param("now", CaseRows.at(now))
                .update();
    }

    public List<Saved> list(StaffId staff) {
        return jdbc.sql("SELECT id, name, query FROM casework.saved_filter WHERE staff = :staff ORDER BY name")
                .param("staff", staff.value())
                .query((row, number) ->
                        new Saved(row.getObject("id", UUID.class), row.getString("name"), row.getString("query")))
                .list();
    }

    public void delete(UUID id, StaffId staff) {
        jdbc.sql("DELETE FROM casework.saved_filter WHERE id = :id AND staff = :staff")
                .param("id", id)
                .param("staff", staff.value())
                .update();
    }
}
