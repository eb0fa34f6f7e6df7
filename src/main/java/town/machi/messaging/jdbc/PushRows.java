package town.machi.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.messaging.Delivery;
import town.machi.messaging.FriendId;
import town.machi.messaging.Push;

/// The rows of what goes to one friend.
@Repository
public class PushRows {

    private final JdbcClient jdbc;

    public PushRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The row's id is its retry key.
    ///
    /// @return false when there is one with the same once-key already
    public boolean insert(UUID id, Push push, String messages, Instant now) {
        return jdbc.sql("""
                        INSERT INTO messaging.push
                            (id, friend_id, messages, silent, about, once_key, created_at, state, next_try_at)
                        VALUES (:id, :to, :messages, :silent, :about, :onceKey, :now, 'waiting', :now)
                        ON CONFLICT (once_key) DO NOTHING
                        """)
                        .param("id", id)
                        .param("to", push.to().value())
                        .param("messages", messages)
                        .param("silent", push.silent())
                        .param("about", push.about())
                        .param("onceKey", push.onceKey())
                        .param("now", Times.at(now))
                        .update()
                == 1;
    }

    public UUID getIdByOnceKey(@Nullable UUID onceKey) {
        return jdbc.sql("SELECT id FROM messaging.push WHERE once_key = :onceKey")
                .param("onceKey", onceKey)
                .query(UUID.class)
                .single();
    }

    /// The same, as the answer to what was just heard.
    public boolean insertReply(UUID id, Push push, String messages, String replyToken, Instant now, Instant until) {
        return insert(id, push, messages, now)
                && jdbc.sql("UPDATE messaging.push SET reply_token = :token, reply_until = :until WHERE id = :id")
                                .param("id", id)
                                .param("token", replyToken)
                                .param("until", Times.at(until))
                                .update()
                        == 1;
    }

    /// Takes up to `limit` pushes that are due and holds them: the next try is set before this one begins. Of one
    /// friend
    /// only the oldest that waits, so that answers arrive in the order in which they were given.
    public List<ClaimedPush> claim(Instant now, Instant heldUntil, int limit) {
        return jdbc.sql("""
                WITH claimed AS (
                    UPDATE messaging.push
                    SET tries = tries + 1, next_try_at = :heldUntil, first_tried_at = coalesce(first_tried_at, :now)
                    WHERE id IN (
                        SELECT id FROM messaging.push WHERE state = 'waiting' AND next_try_at <= :now
                          AND NOT EXISTS (SELECT 1 FROM messaging.push AS earlier
                              WHERE earlier.friend_id = push.friend_id AND earlier.state = 'waiting'
                                AND earlier.id < push.id)
                        ORDER BY next_try_at, id LIMIT :limit FOR UPDATE SKIP LOCKED)
                    RETURNING *)
                SELECT claimed.*, friend.line_user_id
                FROM claimed LEFT JOIN messaging.friend ON friend.id = claimed.friend_id ORDER BY claimed.id
                """)
                .param("now", Times.at(now))
                .param("heldUntil", Times.at(heldUntil))
                .param("limit", limit)
                .query((row, _) -> claimed(row))
                .list();
    }

    private static ClaimedPush claimed(ResultSet row) throws SQLException {
        return new ClaimedPush(
                row.getObject("id", UUID.class),
                row.getString("line_user_id"),
                row.getString("messages"),
                row.getBoolean("silent"),
                row.getString("reply_token"),
                Times.findInstant(row, "reply_until").orElse(null),
                row.getInt("tries"),
                Times.instant(row, "first_tried_at"));
    }

    /// What came of one push.
    ///
    /// @param state sent, failed or waiting
    /// @param nextTryAt for one that waits
    /// @param again whether it was not tried after all
    public record Outcome(UUID id, String state, String result, Instant nextTryAt, boolean again) {}

    /// Marks many at once.
    public void mark(List<Outcome> outcomes, Instant now) {
        jdbc.sql("""
                UPDATE messaging.push SET state = came.state, result = came.result, next_try_at = came.next_try_at,
                    settled_at = CASE came.state WHEN 'waiting' THEN NULL ELSE :now::timestamptz END,
                    tries = tries - CASE WHEN came.again THEN 1 ELSE 0 END,
                    reply_token = CASE came.state WHEN 'waiting' THEN reply_token END
                FROM unnest(:ids::uuid[], :states::text[], :results::text[], :times::timestamptz[], :agains::boolean[])
                    AS came (id, state, result, next_try_at, again)
                WHERE push.id = came.id AND push.state = 'waiting'
                """)
                .param("ids", outcomes.stream().map(Outcome::id).toArray(UUID[]::new))
                .param("states", outcomes.stream().map(Outcome::state).toArray(String[]::new))
                .param("results", outcomes.stream().map(Outcome::result).toArray(String[]::new))
                .param(
                        "times",
                        outcomes.stream()
                                .map(outcome -> Times.at(outcome.nextTryAt()).toString())
                                .toArray(String[]::new))
                .param("agains", outcomes.stream().map(Outcome::again).toArray(Boolean[]::new))
                .param("now", Times.at(now))
                .update();
    }

    /// Reserves room for so many pushes in the account's second, shared by all nodes.
    ///
    /// @return how many nanoseconds from now the first of them may leave
    public long reserve(int pushes, int perSecond) {
        return jdbc.sql("""
                UPDATE messaging.push_pace
                SET free_at = greatest(free_at, clock_timestamp()) + :pushes * (interval '1 second' / :perSecond)
                RETURNING (extract(epoch FROM free_at - clock_timestamp()) * 1e9
                           - :pushes * 1e9 / :perSecond)::bigint
                """)
                .param("pushes", pushes)
                .param("perSecond", perSecond)
                .query(Long.class)
                .single();
    }

    public boolean hasWaiting() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM messaging.push WHERE state = 'waiting')")
                .query(Boolean.class)
                .single();
    }

    private static final String ERASE = """
            UPDATE messaging.push SET messages = NULL, reply_token = NULL,
                state = CASE state WHEN 'waiting' THEN 'failed' ELSE state END,
                result = CASE state WHEN 'waiting' THEN 'gone' ELSE result END,
                settled_at = coalesce(settled_at, created_at)
            WHERE messages IS NOT NULL AND
            """;

    /// What still waits for them is not sent any more, and what was sent is not kept.
    public int eraseByFriend(FriendId friend) {
        return jdbc.sql(ERASE + "friend_id = :friend")
                .param("friend", friend.value())
                .update();
    }

    /// The same for what tells of these.
    public int eraseAbout(List<String> subjects) {
        return jdbc.sql(ERASE + "about = ANY (:subjects)")
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }

    public int eraseSettledBefore(Instant time) {
        return jdbc.sql("UPDATE messaging.push SET messages = NULL WHERE messages IS NOT NULL AND settled_at < :time")
                .param("time", Times.at(time))
                .update();
    }

    public List<Delivery> listAbout(String about) {
        return jdbc.sql("""
                SELECT id, about, state, tries, created_at, next_try_at, result
                FROM messaging.push WHERE about = :about ORDER BY created_at, id
                """)
                .param("about", about)
                .query((row, _) -> new Delivery(
                        row.getObject("id", UUID.class),
                        row.getString("about"),
                        Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getInt("tries"),
                        Times.instant(row, "created_at"),
                        Times.instant(row, "next_try_at"),
                        row.getString("result")))
                .list();
    }
}
