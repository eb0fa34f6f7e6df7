package town.machi.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.audit.AuditFilter;
import town.machi.audit.AuditRow;

/// The rows of the trail.
public final class AuditRows {

    /// Counting further than this helps nobody and takes long.
    public static final int COUNTED_AT_MOST = 10_000;

    private final JdbcClient jdbc;

    public AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The entries, in this order, and their places in the line for the seal, in one statement.
    public void insert(List<AuditRow> all) {
        jdbc.sql("""
                WITH written AS (
                    INSERT INTO audit.entry (at, actor_kind, actor_id, address, action, subject, what, outcome)
                    SELECT * FROM unnest(:ats::timestamptz[], :kinds::text[], :ids::text[], :addresses::text[],
                                         :actions::text[], :subjects::text[], :whats::text[], :outcomes::text[])
                    RETURNING number)
                INSERT INTO audit.waiting (number) SELECT number FROM written
                """)
                .param("ats", column(all, row -> row.at().toString()))
                .param("kinds", column(all, row -> row.who().kind()))
                .param("ids", column(all, row -> row.who().id()))
                .param("addresses", column(all, row -> row.who().address()))
                .param("actions", column(all, row -> row.deed().action()))
                .param("subjects", column(all, row -> row.deed().subject()))
                .param("whats", column(all, row -> row.deed().what()))
                .param("outcomes", column(all, row -> row.deed().outcome()))
                .update();
    }

    private static String[] column(List<AuditRow> all, Function<AuditRow, String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    /// The newest rows below that number.
    public List<AuditRow> listLatest(AuditFilter filter, long below, int limit) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        params.put("below", below);
        params.put("limit", limit);
        return jdbc.sql("SELECT number, at, actor_kind, actor_id, address, action, subject, what, outcome"
                        + " FROM audit.entry WHERE number < :below" + where + " ORDER BY number DESC LIMIT :limit")
                .params(params)
                .query((row, _) -> read(row))
                .list();
    }

    /// How many there are, up to one more than [#COUNTED_AT_MOST].
    public int count(AuditFilter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(filter, params);
        params.put("limit", COUNTED_AT_MOST + 1);
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM audit.entry WHERE true" + where
                        + " LIMIT :limit) AS counted")
                .params(params)
                .query(Integer.class)
                .single();
    }

    private static String where(AuditFilter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder();
        filter.actors().ifPresent(actors -> {
            where.append(" AND actor_id = ANY (:actors)");
            params.put("actors", actors.toArray(String[]::new));
        });
        filter.action().ifPresent(action -> {
            where.append(" AND action = :action");
            params.put("action", action.name());
        });
        if (!filter.subject().isEmpty()) {
            where.append(" AND strpos(subject, :subject) > 0");
            params.put("subject", filter.subject());
        }
        filter.from().ifPresent(from -> {
            where.append(" AND at >= :from");
            params.put("from", from.atOffset(ZoneOffset.UTC));
        });
        filter.until().ifPresent(until -> {
            where.append(" AND at < :until");
            params.put("until", until.atOffset(ZoneOffset.UTC));
        });
        return where.toString();
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
