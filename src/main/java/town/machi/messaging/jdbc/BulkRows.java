package town.machi.messaging.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.kernel.Language;
import town.machi.messaging.Bulk;
import town.machi.messaging.BulkResult;
import town.machi.messaging.Segment;

/// The rows of what goes to many: the bulk, its text in each language, its calls and who is in each.
@Repository
public class BulkRows {

    /// LINE's most for one multicast.
    public static final int HEADS_PER_CALL = 500;

    private final JdbcClient jdbc;

    public BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when there is one with the same key already
    public boolean insert(UUID id, Bulk bulk, Instant now) {
        return jdbc.sql("""
                        INSERT INTO messaging.bulk (id, about, once_key, districts, languages, silent, created_at)
                        VALUES (:id, :about, :onceKey, :districts, :languages, :silent, :now)
                        ON CONFLICT (once_key) DO NOTHING
                        """)
                        .param("id", id)
                        .param("about", bulk.about())
                        .param("onceKey", bulk.onceKey())
                        .params(FriendRows.params(bulk.segment()))
                        .param("silent", bulk.silent())
                        .param("now", Times.at(now))
                        .update()
                == 1;
    }

    public UUID getIdByOnceKey(UUID onceKey) {
        return jdbc.sql("SELECT id FROM messaging.bulk WHERE once_key = :onceKey")
                .param("onceKey", onceKey)
                .query(UUID.class)
                .single();
    }

    public void insertText(UUID bulk, Language language, String messages) {
        jdbc.sql("INSERT INTO messaging.bulk_text (bulk_id, language, messages) VALUES (:bulk, :language, :messages)")
                .param("bulk", bulk)
                .param("language", language.code())
                .param("messages", messages)
                .update();
    }

    /// Settles who gets it, and in which call. The database makes the retry keys, all at once.
    ///
    /// @param languages those that have a text; the friends of others get the Japanese
    public void divide(UUID bulk, Segment segment, Set<Language> languages, Instant now) {
        jdbc.sql("""
                INSERT INTO messaging.bulk_recipient (bulk_id, language, part, friend_id)
                SELECT :bulk, spoken, (row_number() OVER (PARTITION BY spoken ORDER BY id) - 1) / :most, id
                FROM (SELECT id, CASE WHEN language = ANY (:spoken::text[]) THEN language ELSE 'ja' END AS spoken
                      FROM messaging.friend WHERE
                """ + FriendRows.IN_SEGMENT + ") AS chosen")
                .param("bulk", bulk)
                .param("most", HEADS_PER_CALL)
                .param("spoken", languages.stream().map(Language::code).toArray(String[]::new))
                .params(FriendRows.params(segment))
                .update();
        jdbc.sql("""
                INSERT INTO messaging.bulk_call
                    (bulk_id, language, part, heads, retry_key, state, next_try_at)
                SELECT bulk_id, language, part, count(*), gen_random_uuid(), 'waiting', :now
                FROM messaging.bulk_recipient WHERE bulk_id = :bulk GROUP BY bulk_id, language, part
                """).param("bulk", bulk).param("now", Times.at(now)).update();
    }

    public int countReach(Segment segment) {
        return new FriendRows(jdbc).count(segment);
    }

    public List<UUID> listIdsAbout(String about) {
        return jdbc.sql("SELECT id FROM messaging.bulk WHERE about = :about ORDER BY created_at, id")
                .param("about", about)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    public Optional<BulkResult> findResult(UUID bulk) {
        List<BulkResult.PerChannel> channels = Stream.concat(Stream.of(lineResult(bulk)), mailResult(bulk).stream())
                .toList();
        return jdbc.sql("SELECT id, about, created_at FROM messaging.bulk WHERE id = :bulk")
                .param("bulk", bulk)
                .query((row, _) -> new BulkResult(
                        row.getObject("id", UUID.class),
                        row.getString("about"),
                        Times.instant(row, "created_at"),
                        channels))
                .optional();
    }

    private BulkResult.PerChannel lineResult(UUID bulk) {
        return jdbc.sql("""
                SELECT coalesce(sum(heads - gone) FILTER (WHERE state = 'accepted'), 0) AS accepted,
                       coalesce(sum(gone), 0) AS gone,
                       coalesce(sum(heads - gone) FILTER (WHERE state = 'failed'), 0) AS failed,
                       coalesce(sum(heads - gone) FILTER (WHERE state = 'waiting'), 0) AS waiting,
                       count(*) AS calls,
                       max(result) FILTER (WHERE state <> 'accepted') AS last_answer,
                       min(settled_at) FILTER (WHERE state = 'accepted') AS first_at,
                       max(settled_at) FILTER (WHERE state = 'accepted') AS last_at
                FROM messaging.bulk_call WHERE bulk_id = :bulk
                """)
                .param("bulk", bulk)
                .query((row, _) -> lineResult(row))
                .single();
    }

    /// Empty where no letter was to be written.
    private Optional<BulkResult.PerChannel> mailResult(UUID bulk) {
        return jdbc.sql("""
                SELECT count(*) AS letters,
                       count(*) FILTER (WHERE state = 'sent') AS accepted,
                       count(*) FILTER (WHERE state = 'failed') AS failed,
                       count(*) FILTER (WHERE state = 'waiting') AS waiting,
                       max(result) FILTER (WHERE state <> 'sent') AS last_answer,
                       min(settled_at) FILTER (WHERE state = 'sent') AS first_at,
                       max(settled_at) FILTER (WHERE state = 'sent') AS last_at
                FROM messaging.outgoing WHERE bulk_id = :bulk
                """)
                .param("bulk", bulk)
                .query((row, _) -> new BulkResult.PerChannel(
                        BulkResult.Channel.MAIL,
                        row.getInt("accepted"),
                        0,
                        row.getInt("failed"),
                        row.getInt("waiting"),
                        row.getInt("letters"),
                        Optional.ofNullable(row.getString("last_answer")),
                        Times.findInstant(row, "first_at"),
                        Times.findInstant(row, "last_at")))
                .optional()
                .filter(mail -> mail.calls() > 0);
    }

    private static BulkResult.PerChannel lineResult(ResultSet row) throws SQLException {
        return new BulkResult.PerChannel(
                BulkResult.Channel.LINE,
                row.getInt("accepted"),
                row.getInt("gone"),
                row.getInt("failed"),
                row.getInt("waiting"),
                row.getInt("calls"),
                Optional.ofNullable(row.getString("last_answer")),
                Times.findInstant(row, "first_at"),
                Times.findInstant(row, "last_at"));
    }

    /// @return heads and letters that were still to go
    public int stop(UUID bulk, Instant now) {
        return jdbc.sql("""
                WITH stopped AS (
                    UPDATE messaging.bulk_call SET state = 'failed', result = 'stopped', settled_at = :now
                    WHERE bulk_id = :bulk AND state <> 'accepted' RETURNING heads - gone AS heads)
                SELECT coalesce(sum(heads), 0) FROM stopped
                """)
                        .param("bulk", bulk)
                        .param("now", Times.at(now))
                        .query(Integer.class)
                        .single()
                + jdbc.sql("""
                        UPDATE messaging.outgoing SET state = 'failed', result = 'stopped', settled_at = :now
                        WHERE bulk_id = :bulk AND state <> 'sent'
                        """).param("bulk", bulk).param("now", Times.at(now)).update();
    }

    /// Failed calls wait again, each with a new key: LINE has refused the old one, or has forgotten it.
    ///
    /// @return heads
    public int retry(UUID bulk, Instant now) {
        return jdbc.sql("""
                WITH again AS (
                    UPDATE messaging.bulk_call
                    SET state = 'waiting', tries = 0, next_try_at = :now, first_tried_at = NULL, settled_at = NULL,
                        retry_key = gen_random_uuid()
                    WHERE bulk_id = :bulk AND state = 'failed' AND result <> 'stopped' RETURNING heads - gone AS heads)
                SELECT coalesce(sum(heads), 0) FROM again
                """)
                        .param("bulk", bulk)
                        .param("now", Times.at(now))
                        .query(Integer.class)
                        .single()
                + jdbc.sql("""
                        UPDATE messaging.outgoing SET state = 'waiting', tries = 0, next_try_at = :now,
                            created_at = :now, settled_at = NULL
                        WHERE bulk_id = :bulk AND state = 'failed' AND result <> 'stopped' AND recipient IS NOT NULL
                        """).param("bulk", bulk).param("now", Times.at(now)).update();
    }

    /// Who got what was settled before then; the counts stay.
    public int deleteRecipientsBefore(Instant time) {
        return jdbc.sql("""
                DELETE FROM messaging.bulk_recipient USING messaging.bulk
                WHERE bulk.id = bulk_recipient.bulk_id AND bulk.created_at < :time AND NOT EXISTS (
                    SELECT 1 FROM messaging.bulk_call
                    WHERE bulk_call.bulk_id = bulk.id AND bulk_call.state <> 'accepted')
                """).param("time", Times.at(time)).update();
    }
}
