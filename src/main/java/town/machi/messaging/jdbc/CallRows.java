package town.machi.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The calls of bulks, as whoever makes them sees them.
@Repository
public class CallRows {

    private final JdbcClient jdbc;

    public CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes up to `limit` calls that are due and holds them: the next try is set before this one begins.
    public List<ClaimedCall> claim(Instant now, Instant heldUntil, int limit) {
        return jdbc.sql("""
                WITH claimed AS (
                    UPDATE messaging.bulk_call
                    SET tries = tries + 1, next_try_at = :heldUntil, first_tried_at = coalesce(first_tried_at, :now)
                    WHERE retry_key IN (
                        SELECT retry_key FROM messaging.bulk_call
                        WHERE state = 'waiting' AND next_try_at <= :now
                        ORDER BY next_try_at, part, language LIMIT :limit FOR UPDATE SKIP LOCKED)
                    RETURNING *)
                SELECT claimed.*, bulk.silent, bulk_text.messages, array(
                    SELECT line_user_id FROM messaging.bulk_recipient
                    JOIN messaging.friend ON friend.id = bulk_recipient.friend_id
                    WHERE bulk_recipient.bulk_id = claimed.bulk_id AND bulk_recipient.language = claimed.language
                      AND bulk_recipient.part = claimed.part ORDER BY friend.id) AS users
                FROM claimed JOIN messaging.bulk ON bulk.id = claimed.bulk_id
                JOIN messaging.bulk_text ON bulk_text.bulk_id = claimed.bulk_id
                 AND bulk_text.language = claimed.language
                ORDER BY claimed.bulk_id, claimed.language, claimed.part
                """)
                .param("now", Times.at(now))
                .param("heldUntil", Times.at(heldUntil))
                .param("limit", limit)
                .query((row, _) -> claimed(row))
                .list();
    }

    private static ClaimedCall claimed(ResultSet row) throws SQLException {
        String[] users = (String[]) row.getArray("users").getArray();
        return new ClaimedCall(
                row.getObject("bulk_id", UUID.class),
                row.getString("language"),
                row.getInt("part"),
                row.getObject("retry_key", UUID.class),
                row.getString("messages"),
                row.getBoolean("silent"),
                List.copyOf(Arrays.asList(users)),
                row.getInt("heads"),
                row.getInt("tries"),
                Times.instant(row, "first_tried_at"));
    }

    /// One that was stopped while it was on its way, and was accepted all the same, counts as accepted.
    ///
    /// @param state accepted or failed
    public void settle(ClaimedCall call, String state, String result, Instant now) {
        jdbc.sql("""
                UPDATE messaging.bulk_call SET state = :state, result = :result, settled_at = :now, gone = :gone
                WHERE retry_key = :key AND (state = 'waiting' OR result = 'stopped' AND :state = 'accepted')
                """)
                .param("key", call.retryKey())
                .param("state", state)
                .param("result", result)
                .param("now", Times.at(now))
                .param("gone", call.gone())
                .update();
    }

    public void postpone(ClaimedCall call, String result, Instant nextTryAt) {
        jdbc.sql("""
                UPDATE messaging.bulk_call SET result = :result, next_try_at = :nextTryAt
                WHERE retry_key = :key AND state = 'waiting'
                """)
                .param("key", call.retryKey())
                .param("result", result)
                .param("nextTryAt", Times.at(nextTryAt))
                .update();
    }

    public boolean hasWaiting() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM messaging.bulk_call WHERE state = 'waiting')")
                .query(Boolean.class)
                .single();
    }
}
