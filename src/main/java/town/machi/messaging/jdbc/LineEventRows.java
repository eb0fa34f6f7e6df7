package town.machi.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.platform.FileId;

/// The rows of what LINE tells by its webhook.
@Repository
public class LineEventRows {

    /// @param pictureMessage LINE's id of a picture to fetch; null: none
    public record Arrived(
            UUID id,
            String webhookEventId,
            String body,
            @Nullable String pictureMessage) {}

    /// @param tries before this one
    public record Waiting(
            UUID id,
            String body,
            int tries,
            @Nullable String pictureMessage,
            @Nullable FileId picture) {}

    private static final String COLUMNS = "SELECT id, body, tries, picture_message, picture FROM messaging.line_event ";

    private final JdbcClient jdbc;

    public LineEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was told before is not taken again.
    public void insert(List<Arrived> events, Instant now) {
        jdbc.sql("""
                INSERT INTO messaging.line_event
                    (id, webhook_event_id, body, picture_message, received_at, state, next_try_at)
                SELECT id, webhook_event_id, body, picture, :now, 'waiting', :now
                FROM unnest(:ids::uuid[], :names::text[], :bodies::text[], :pictures::text[])
                    AS arrived (id, webhook_event_id, body, picture)
                ON CONFLICT (webhook_event_id) DO NOTHING
                """)
                .param("ids", events.stream().map(Arrived::id).toArray(UUID[]::new))
                .param("names", events.stream().map(Arrived::webhookEventId).toArray(String[]::new))
                .param("bodies", events.stream().map(Arrived::body).toArray(String[]::new))
                .param("pictures", events.stream().map(Arrived::pictureMessage).toArray(String[]::new))
                .param("now", Times.at(now))
                .update();
    }

    /// Locks the next one that needs no fetching, until the transaction ends.
    public Optional<Waiting> lockNext(Instant now) {
        return jdbc.sql(COLUMNS + """
                WHERE state = 'waiting' AND next_try_at <= :now AND picture_message IS NULL
                ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
                .param("now", Times.at(now))
                .query((row, _) -> waiting(row))
                .optional();
    }

    /// Takes the next one whose picture is to be fetched, and holds it.
    public Optional<Waiting> claimPicture(Instant now, Instant heldUntil) {
        return jdbc.sql("""
                UPDATE messaging.line_event SET tries = tries + 1, next_try_at = :heldUntil
                WHERE id = (SELECT id FROM messaging.line_event
                    WHERE state = 'waiting' AND next_try_at <= :now AND picture_message IS NOT NULL
                    ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, body, tries, picture_message, picture
                """)
                .param("now", Times.at(now))
                .param("heldUntil", Times.at(heldUntil))
                .query((row, _) -> waiting(row))
                .optional();
    }

    /// The picture is here, or given up; the event's turn comes at once.
    public void putPicture(UUID id, @Nullable FileId picture, Instant now) {
        jdbc.sql("""
                UPDATE messaging.line_event SET picture = :picture, picture_message = NULL, next_try_at = :now, tries = 0
                WHERE id = :id AND state = 'waiting'
                """)
                .param("id", id)
                .param("picture", picture == null ? null : picture.value())
                .param("now", Times.at(now))
                .update();
    }

    /// @param state done, ignored or failed
    public void settle(UUID id, String state, String result, Instant now) {
        jdbc.sql("""
                UPDATE messaging.line_event SET state = :state, result = :result, done_at = :now, body = NULL,
                    picture_message = NULL
                WHERE id = :id AND state = 'waiting'
                """)
                .param("id", id)
                .param("state", state)
                .param("result", result)
                .param("now", Times.at(now))
                .update();
    }

    public void postpone(UUID id, Instant nextTryAt) {
        jdbc.sql("""
                UPDATE messaging.line_event SET tries = tries + 1, next_try_at = :nextTryAt
                WHERE id = :id AND state = 'waiting'
                """).param("id", id).param("nextTryAt", Times.at(nextTryAt)).update();
    }

    public int deleteDoneBefore(Instant time) {
        return jdbc.sql("DELETE FROM messaging.line_event WHERE done_at < :time")
                .param("time", Times.at(time))
                .update();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        UUID picture = row.getObject("picture", UUID.class);
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getInt("tries"),
                row.getString("picture_message"),
                picture == null ? null : new FileId(picture));
    }
}
