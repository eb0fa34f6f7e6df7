package town.machi.messaging.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.messaging.FriendId;

/// The rows of links, visits and ties.
@Repository
public class FriendLinkRows {

    public record Link(FriendId friend, String path) {}

    private final JdbcClient jdbc;

    public FriendLinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insertLink(String tokenHash, FriendId friend, String path, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO messaging.friend_link (token_hash, friend_id, path, expires_at)
                VALUES (:token, :friend, :path, :expiresAt)
                """)
                .param("token", tokenHash)
                .param("friend", friend.value())
                .param("path", path)
                .param("expiresAt", Times.at(expiresAt))
                .update();
    }

    public boolean isOpen(String tokenHash, Instant now) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM messaging.friend_link
                    WHERE token_hash = :token AND used_at IS NULL AND expires_at > :now)
                """)
                .param("token", tokenHash)
                .param("now", Times.at(now))
                .query(Boolean.class)
                .single();
    }

    public Optional<Link> use(String tokenHash, Instant now) {
        return jdbc.sql("""
                UPDATE messaging.friend_link SET used_at = :now
                WHERE token_hash = :token AND used_at IS NULL AND expires_at > :now RETURNING friend_id, path
                """)
                .param("token", tokenHash)
                .param("now", Times.at(now))
                .query((row, _) ->
                        new Link(new FriendId(row.getObject("friend_id", UUID.class)), row.getString("path")))
                .optional();
    }

    public void insertVisit(String tokenHash, FriendId friend, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO messaging.friend_visit (token_hash, friend_id, expires_at)
                VALUES (:token, :friend, :expiresAt)
                """)
                .param("token", tokenHash)
                .param("friend", friend.value())
                .param("expiresAt", Times.at(expiresAt))
                .update();
    }

    public Optional<FriendId> findVisitor(String tokenHash, Instant now) {
        return jdbc.sql("""
                SELECT friend_id FROM messaging.friend_visit WHERE token_hash = :token AND expires_at > :now
                """)
                .param("token", tokenHash)
                .param("now", Times.at(now))
                .query((row, _) -> new FriendId(row.getObject("friend_id", UUID.class)))
                .optional();
    }

    public void tie(FriendId friend, String subject, Instant now) {
        jdbc.sql("""
                INSERT INTO messaging.friend_tie (friend_id, subject, tied_at)
                SELECT id, :subject, :now FROM messaging.friend WHERE id = :friend ON CONFLICT DO NOTHING
                """)
                .param("friend", friend.value())
                .param("subject", subject)
                .param("now", Times.at(now))
                .update();
    }

    public List<String> listTied(FriendId friend) {
        return jdbc.sql("""
                SELECT subject FROM messaging.friend_tie WHERE friend_id = :friend ORDER BY tied_at DESC, subject
                """)
                .param("friend", friend.value())
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    public Optional<FriendId> findTied(String subject) {
        return jdbc.sql("SELECT friend_id FROM messaging.friend_tie WHERE subject = :subject ORDER BY tied_at LIMIT 1")
                .param("subject", subject)
                .query((row, _) -> new FriendId(row.getObject("friend_id", UUID.class)))
                .optional();
    }

    public List<FriendId> listFriendsTied(List<String> subjects) {
        return jdbc.sql("SELECT DISTINCT friend_id FROM messaging.friend_tie WHERE subject = ANY (:subjects)")
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, _) -> new FriendId(row.getObject("friend_id", UUID.class)))
                .list();
    }

    public int untie(List<String> subjects) {
        return jdbc.sql("DELETE FROM messaging.friend_tie WHERE subject = ANY (:subjects)")
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }

    public int deleteExpiredBefore(Instant time) {
        return jdbc.sql("DELETE FROM messaging.friend_link WHERE expires_at < :time")
                        .param("time", Times.at(time))
                        .update()
                + jdbc.sql("DELETE FROM messaging.friend_visit WHERE expires_at < :time")
                        .param("time", Times.at(time))
                        .update();
    }
}
