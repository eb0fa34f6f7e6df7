package town.machi.messaging.jdbc;

import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How much of what stands there: numbers only, for the office's page.
@Repository
public class LineStateRows {

    private final JdbcClient jdbc;

    public LineStateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param pushes messages to single friends that still wait
    /// @param calls calls of news to many that still wait
    /// @param failedCalls calls that LINE has refused
    /// @param events what friends have said and is not done yet
    /// @param failedEvents what could not be done, of the last seven days
    public record Counts(int pushes, int calls, int failedCalls, int events, int failedEvents) {}

    public Counts counts() {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM messaging.push WHERE state = 'waiting') AS pushes,
                       (SELECT count(*) FROM messaging.bulk_call WHERE state = 'waiting') AS calls,
                       (SELECT count(*) FROM messaging.bulk_call WHERE state = 'failed') AS failed_calls,
                       (SELECT count(*) FROM messaging.line_event WHERE state = 'waiting') AS events,
                       (SELECT count(*) FROM messaging.line_event WHERE state = 'failed') AS failed_events
                """)
                .query((row, _) -> new Counts(
                        row.getInt("pushes"),
                        row.getInt("calls"),
                        row.getInt("failed_calls"),
                        row.getInt("events"),
                        row.getInt("failed_events")))
                .single();
    }

    /// By the codes of languages.
    public Map<String, Integer> countByLanguage() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("SELECT language, count(*) AS heads FROM messaging.friend GROUP BY language")
                .query((ResultSet row) -> {
                    counts.put(row.getString("language"), row.getInt("heads"));
                });
        return counts;
    }

    /// Whether LINE shows the menus that are wanted.
    public boolean isMenuSettled() {
        return jdbc.sql("SELECT shown IS NOT NULL AND tries = 0 FROM messaging.rich_menu")
                .query(Boolean.class)
                .single();
    }
}
