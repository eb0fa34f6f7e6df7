package town.machi.alert.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Telegrams as they came, what is known of each hazard, and how the feeds are.
@Component
public class TelegramRows {

    private final JdbcClient jdbc;

    TelegramRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A telegram as it was kept.
    ///
    /// @param source its address; unique
    /// @param outcome name of what became of it
    /// @param alert what it made or changed
    public record Kept(
            UUID id,
            String source,
            String type,
            String headline,
            String outcome,
            String fault,
            Instant receivedAt,
            Optional<Instant> reportedAt,
            Optional<UUID> alert) {}

    /// What is known of a hazard.
    public record Hazard(
            String hazard,
            String word,
            int level,
            int weight,
            String detail,
            String type,
            boolean newSystem,
            String event,
            Instant reportedAt) {}

    /// How it stands with a feed.
    public record Feed(
            String url,
            String etag,
            String lastModified,
            Optional<Instant> okAt,
            Optional<Instant> changedAt,
            String fault) {}

    public boolean isKnown(String source) {
        return jdbc.sql("SELECT count(*) FROM alert.telegram WHERE source = :source")
                        .param("source", source)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// @return false: it is there already
    public boolean insert(Kept kept, byte[] xml) {
        return jdbc.sql("""
                                INSERT INTO alert.telegram (id, source, type, headline, outcome, fault, received_at,
                                    reported_at, alert, xml)
                                VALUES (:id, :source, :type, :headline, :outcome, :fault, :received, :reported, :alert,
                                    :xml)
                                ON CONFLICT (source) DO NOTHING
                                """)
                        .param("id", kept.id())
                        .param("source", kept.source())
                        .param("type", kept.type())
                        .param("headline", kept.headline())
                        .param("outcome", kept.outcome())
                        .param("fault", kept.fault())
                        .param("received", AlertRows.at(kept.receivedAt()))
                        .param("reported", kept.reportedAt().map(AlertRows::at).orElse(null))
                        .param("alert", kept.alert().orElse(null))
                        .param("xml", xml)
                        .update()
                == 1;
    }

    public void settle(UUID id, String outcome, Optional<UUID> alert) {
        jdbc.sql("UPDATE alert.telegram SET outcome = :outcome, alert = :alert WHERE id = :id")
                .param("id", id)
                .param("outcome", outcome)
                .param("alert", alert.orElse(null))
                .update();
    }

    /// The newest first.
    public List<Kept> list(int limit) {
        return jdbc.sql("SELECT * FROM alert.telegram ORDER BY received_at DESC, id DESC LIMIT :limit")
                .param("limit", limit)
                .query(TelegramRows::kept)
                .list();
    }

    /// Those that could not be read since then.
    public int countUnreadable(Instant since) {
        return jdbc.sql("SELECT count(*) FROM alert.telegram WHERE outcome = 'UNREADABLE' AND received_at >= :since")
                .param("since", AlertRows.at(since))
                .query(Integer.class)
                .single();
    }

    public Optional<byte[]> findXml(UUID id) {
        return jdbc.sql("SELECT xml FROM alert.telegram WHERE id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    public int deleteOlderThan(Instant before) {
        return jdbc.sql("DELETE FROM alert.telegram WHERE received_at < :before")
                .param("before", AlertRows.at(before))
                .update();
    }

    /// One telegram of a hazard at a time.
    public Optional<Hazard> lockHazard(String hazard) {
        jdbc.sql("SELECT pg_advisory_xact_lock(7237, hashtext(:hazard))")
                .param("hazard", hazard)
                .query((row, number) -> 0)
                .single();
        return jdbc.sql("SELECT * FROM alert.hazard WHERE hazard = :hazard")
                .param("hazard", hazard)
                .query(TelegramRows::hazard)
                .optional();
    }

    public List<Hazard> listOfEvent(String event) {
        return jdbc.sql("SELECT * FROM alert.hazard WHERE event = :event")
                .param("event", event)
                .query(TelegramRows::hazard)
                .list();
    }

    public void put(Hazard known) {
        jdbc.sql("""
                        INSERT INTO alert.hazard (hazard, word, level, weight, detail, type, new_system, event,
                            reported_at)
                        VALUES (:hazard, :word, :level, :weight, :detail, :type, :new, :event, :reported)
                        ON CONFLICT (hazard) DO UPDATE SET word = :word, level = :level, weight = :weight,
                            detail = :detail, type = :type, new_system = :new, event = :event, reported_at = :reported
                        """)
                .param("hazard", known.hazard())
                .param("word", known.word())
                .param("level", known.level())
                .param("weight", known.weight())
                .param("detail", known.detail())
                .param("type", known.type())
                .param("new", known.newSystem())
                .param("event", known.event())
                .param("reported", AlertRows.at(known.reportedAt()))
                .update();
    }

    public List<Feed> listFeeds() {
        return jdbc.sql("SELECT * FROM alert.feed ORDER BY url")
                .query((row, number) -> new Feed(
                        row.getString("url"),
                        row.getString("etag"),
                        row.getString("last_modified"),
                        instant(row, "ok_at"),
                        instant(row, "changed_at"),
                        row.getString("fault")))
                .list();
    }

    public void put(Feed feed) {
        jdbc.sql("""
                        INSERT INTO alert.feed (url, etag, last_modified, ok_at, changed_at, fault)
                        VALUES (:url, :etag, :modified, :ok, :changed, :fault)
                        ON CONFLICT (url) DO UPDATE SET etag = :etag, last_modified = :modified, ok_at = :ok,
                            changed_at = :changed, fault = :fault
                        """)
                .param("url", feed.url())
                .param("etag", feed.etag())
                .param("modified", feed.lastModified())
                .param("ok", feed.okAt().map(AlertRows::at).orElse(null))
                .param("changed", feed.changedAt().map(AlertRows::at).orElse(null))
                .param("fault", feed.fault())
                .update();
    }

    private static Hazard hazard(ResultSet row, int number) throws SQLException {
        return new Hazard(
                row.getString("hazard"),
                row.getString("word"),
                row.getInt("level"),
                row.getInt("weight"),
                row.getString("detail"),
                row.getString("type"),
                row.getBoolean("new_system"),
                row.getString("event"),
                AlertRows.instant(row, "reported_at"));
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("type"),
                row.getString("headline"),
                row.getString("outcome"),
                row.getString("fault"),
                AlertRows.instant(row, "received_at"),
                instant(row, "reported_at"),
                Optional.ofNullable(row.getObject("alert", UUID.class)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
