package town.machi.alert.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertId;

/// What happened to each message.
@Component
public class AlertEventRows {

    private final JdbcClient jdbc;

    AlertEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(AlertEvent event) {
        jdbc.sql("""
                        INSERT INTO alert.event (id, alert, at, who, what, words, request)
                        VALUES (:id, :alert, :at, :who, :what, :words, :request)
                        """)
                .param("id", event.id())
                .param("alert", event.alert().value())
                .param("at", AlertRows.at(event.at()))
                .param("who", event.who())
                .param("what", event.what().name())
                .param("words", event.words())
                .param("request", event.request())
                .update();
    }

    /// Oldest first.
    public List<AlertEvent> list(AlertId alert) {
        return jdbc.sql("SELECT * FROM alert.event WHERE alert = :alert ORDER BY at, id")
                .param("alert", alert.value())
                .query(AlertEventRows::event)
                .list();
    }

    public Optional<AlertEvent> findByRequest(UUID request) {
        return jdbc.sql("SELECT * FROM alert.event WHERE request = :request")
                .param("request", request)
                .query(AlertEventRows::event)
                .optional();
    }

    private static AlertEvent event(ResultSet row, int number) throws SQLException {
        return new AlertEvent(
                row.getObject("id", UUID.class),
                new AlertId(row.getObject("alert", UUID.class)),
                AlertRows.instant(row, "at"),
                row.getString("who"),
                AlertEvent.What.valueOf(row.getString("what")),
                row.getString("words"),
                row.getObject("request", UUID.class));
    }
}
