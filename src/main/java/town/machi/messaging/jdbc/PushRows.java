package town.machi.messaging.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.messaging.Delivery;
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
