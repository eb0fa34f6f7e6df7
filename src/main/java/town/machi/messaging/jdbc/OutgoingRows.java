package town.machi.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.messaging.Delivery;
import town.machi.messaging.Mail;

/// The rows of what leaves the house.
public final class OutgoingRows {

    /// What is still held of one message.
    public record Text(UUID id, String recipient, String subject, String body) {}

    private static final String OF_PERSON = """
            recipient IS NOT NULL AND (lower(recipient) = :address OR about = ANY (:abouts))
            """;

    private final JdbcClient jdbc;

    public OutgoingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when there is one with the same key already
    public boolean insert(UUID id, Mail mail, Instant now) {
        return jdbc.sql("""
                INSERT INTO messaging.outgoing
                    (id, channel, recipient, subject, body, about, once_key, created_at, state, next_try_at)
                VALUES (:id, 'mail', :to, :subject, :body, :about, :onceKey, :now, 'waiting', :now)
                ON CONFLICT (once_key) DO NOTHING
                """)
                        .param("id", id)
                        .param("to", mail.to())
                        .param("subject", mail.subject())
                        .param("body", mail.body())
                        .param("about", mail.about())
                        .param("onceKey", mail.onceKey())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    public UUID getIdByOnceKey(@Nullable UUID onceKey) {
        return jdbc.sql("SELECT id FROM messaging.outgoing WHERE once_key = :onceKey")
                .param("onceKey", onceKey)
                .query(UUID.class)
                .single();
    }

    /// Takes up to `limit` messages that are due and holds them: the next try is set before this one begins.
    public List<Claimed> claim(Instant now, Instant heldUntil, int limit) {
        return jdbc.sql("""
                WITH claimed AS (
                    UPDATE messaging.outgoing SET tries = tries + 1, next_try_at = :heldUntil
                    WHERE id IN (
                        SELECT id FROM messaging.outgoing
                        WHERE state = 'waiting' AND next_try_at <= :now
                        ORDER BY next_try_at, id LIMIT :limit FOR UPDATE SKIP LOCKED)
                    RETURNING id, recipient, subject, body, tries, created_at)
                SELECT * FROM claimed ORDER BY id
                """)
                .param("now", at(now))
                .param("heldUntil", at(heldUntil))
                .param("limit", limit)
                .query((row, _) -> claimed(row, heldUntil))
                .list();
    }

    public void settle(UUID id, Delivery.State state, String result, Instant now) {
        jdbc.sql("""
                UPDATE messaging.outgoing SET state = :state, result = :result, settled_at = :now
                WHERE id = :id AND (state = 'waiting' OR result = 'stopped' AND :state = 'sent')
                """)
                .param("id", id)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("result", result)
                .param("now", at(now))
                .update();
    }

    public void postpone(UUID id, String result, Instant nextTryAt) {
        jdbc.sql("""
                UPDATE messaging.outgoing SET result = :result, next_try_at = :nextTryAt
                WHERE id = :id AND state = 'waiting'
                """)
                .param("id", id)
                .param("result", result)
                .param("nextTryAt", at(nextTryAt))
                .update();
    }

    /// Gives back what was claimed and not tried.
    public void release(UUID id, Instant nextTryAt) {
        jdbc.sql("""
                UPDATE messaging.outgoing SET tries = tries - 1, next_try_at = :nextTryAt
                WHERE id = :id AND state = 'waiting'
                """).param("id", id).param("nextTryAt", at(nextTryAt)).update();
    }

    public int countWaiting() {
        return jdbc.sql("SELECT count(*) FROM messaging.outgoing WHERE state = 'waiting'")
                .query(Integer.class)
                .single();
    }

    public List<Delivery> listAbout(String about) {
        return jdbc.sql("""
                SELECT id, about, state, tries, created_at, next_try_at, result
                FROM messaging.outgoing WHERE about = :about ORDER BY created_at, id
                """)
                .param("about", about)
                .query((row, _) -> delivery(row))
                .list();
    }

    public int eraseSettledBefore(Instant time) {
        return jdbc.sql("""
                UPDATE messaging.outgoing SET recipient = NULL, subject = NULL, body = NULL
                WHERE recipient IS NOT NULL AND settled_at < :time
                """).param("time", at(time)).update();
    }

    public List<Text> listByPerson(String address, List<String> abouts) {
        return jdbc.sql("SELECT id, recipient, subject, body FROM messaging.outgoing WHERE " + OF_PERSON
                        + " ORDER BY created_at, id")
                .param("address", address)
                .param("abouts", abouts.toArray(String[]::new))
                .query((row, _) -> new Text(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body")))
                .list();
    }

    public int eraseByPerson(String address, List<String> abouts) {
        return jdbc.sql("""
                UPDATE messaging.outgoing SET recipient = NULL, subject = NULL, body = NULL,
                    state = CASE state WHEN 'waiting' THEN 'failed' ELSE state END,
                    result = CASE state WHEN 'waiting' THEN 'erased' ELSE result END,
                    settled_at = coalesce(settled_at, created_at)
                WHERE
                """ + OF_PERSON)
                .param("address", address)
                .param("abouts", abouts.toArray(String[]::new))
                .update();
    }

    private static Claimed claimed(ResultSet row, Instant heldUntil) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("tries"),
                instant(row, "created_at"),
                heldUntil);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("about"),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("tries"),
                instant(row, "created_at"),
                instant(row, "next_try_at"),
                row.getString("result"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// @param oldest of those that wait; empty: none waits
    /// @param failed given up since the time that was asked for
    public record Backlog(int waiting, Optional<Instant> oldest, int failed) {}

    public Backlog backlog(Instant since) {
        return jdbc.sql("""
                SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
                       min(created_at) FILTER (WHERE state = 'waiting') AS oldest,
                       count(*) FILTER (WHERE state = 'failed') AS failed
                FROM messaging.outgoing
                WHERE state = 'waiting' OR (state = 'failed' AND settled_at >= :since)
                """)
                .param("since", at(since))
                .query((row, _) -> new Backlog(
                        row.getInt("waiting"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getInt("failed")))
                .single();
    }
}
