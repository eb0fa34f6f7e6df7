package town.machi.messaging.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.messaging.FriendId;

/// Where the talk with each friend stands, and who has left.
@Repository
public class TalkRows {

    /// @param topic empty: nothing is being talked about
    public record Talk(String topic, String state) {}

    private final JdbcClient jdbc;

    public TalkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Locks the talk until the transaction ends: one event of a friend after the other.
    public Talk lock(FriendId friend) {
        jdbc.sql("INSERT INTO messaging.conversation (friend_id) VALUES (:friend) ON CONFLICT DO NOTHING")
                .param("friend", friend.value())
                .update();
        return jdbc.sql("SELECT topic, state FROM messaging.conversation WHERE friend_id = :friend FOR UPDATE")
                .param("friend", friend.value())
                .query((row, _) -> new Talk(row.getString("topic"), row.getString("state")))
                .single();
    }

    public void put(FriendId friend, Talk talk) {
        jdbc.sql("UPDATE messaging.conversation SET topic = :topic, state = :state WHERE friend_id = :friend")
                .param("friend", friend.value())
                .param("topic", talk.topic())
                .param("state", talk.state())
                .update();
    }

    public void rememberLeft(String userHash, Instant at) {
        jdbc.sql("""
                INSERT INTO messaging.line_left (user_hash, left_at) VALUES (:user, :at)
                ON CONFLICT (user_hash) DO UPDATE SET left_at = greatest(line_left.left_at, excluded.left_at)
                """).param("user", userHash).param("at", Times.at(at)).update();
    }

    public Optional<Instant> findLeft(String userHash) {
        return jdbc.sql("SELECT left_at FROM messaging.line_left WHERE user_hash = :user")
                .param("user", userHash)
                .query((row, _) -> Times.instant(row, "left_at"))
                .optional();
    }

    public int deleteLeftBefore(Instant time) {
        return jdbc.sql("DELETE FROM messaging.line_left WHERE left_at < :time")
                .param("time", Times.at(time))
                .update();
    }
}
