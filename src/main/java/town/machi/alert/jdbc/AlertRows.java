package town.machi.alert.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertId;
import town.machi.alert.AlertState;
import town.machi.alert.AlertText;
import town.machi.alert.Content;
import town.machi.alert.World;
import town.machi.kernel.Kana;

/// Messages, each a row.
@Component
public class AlertRows {

    private static final TypeReference<List<Alert.Approval>> APPROVALS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param search everything that somebody may look for it by
    public void insert(Alert alert, Instant now, String search) {
        params(jdbc.sql("""
                        INSERT INTO alert.alert (id, world, number, act, about, kind, level, districts, content, state,
                            since, revision, writer, created_at, written_at, approvals, hazard, sole, words, search,
                            sent_at)
                        VALUES (:id, :world, :number, :act, :about, :kind, :level, :districts, :content::jsonb, :state,
                            :since, :revision, :writer, :now, :writtenAt, :approvals::jsonb, :hazard, :sole,
                            :words::jsonb, :search, :sentAt)
                        """), alert, search)
                .param("world", alert.world().name())
                .param("number", alert.number())
                .param("act", alert.act().name())
                .param("about", alert.about().map(AlertId::value).orElse(null))
                .param("hazard", alert.progress().hazard().orElse(null))
                .param("now", at(now))
                .update();
    }

    /// Words that were sent stay as they are: the database keeps the first.
    public void update(Alert alert, String search) {
        params(jdbc.sql("""
                        UPDATE alert.alert SET kind = :kind, level = :level, districts = :districts,
                            content = :content::jsonb, state = :state, since = :since, revision = :revision,
                            writer = :writer, written_at = :writtenAt, approvals = :approvals::jsonb, sole = :sole,
                            words = coalesce(words, :words::jsonb), search = :search,
                            sent_at = coalesce(sent_at, :sentAt)
                        WHERE id = :id
                        """), alert, search).update();
    }

    private JdbcClient.StatementSpec params(JdbcClient.StatementSpec sql, Alert alert, String search) {
        Alert.Progress progress = alert.progress();
        boolean opening = alert.state() instanceof AlertState.Open;
        return sql.param("id", alert.id().value())
                .param("kind", alert.content().kind().name())
                .param("level", alert.content().level())
                .param("districts", alert.content().districts().toArray(String[]::new))
                .param("content", json.writeValueAsString(alert.content()))
                .param("state", alert.state().code())
                .param("since", at(alert.state().since()))
                .param("revision", progress.revision())
                .param("writer", progress.writer())
                .param("writtenAt", at(progress.writtenAt()))
                .param("approvals", json.writeValueAsString(progress.approvals()))
                .param("sole", progress.sole())
                .param("words", progress.text().map(json::writeValueAsString).orElse(null))
                .param("search", Kana.searchKey(search))
                .param("sentAt", opening ? at(alert.state().since()) : null);
    }

    public Optional<Alert> find(AlertId id) {
        return jdbc.sql("SELECT * FROM alert.alert WHERE id = :id")
                .param("id", id.value())
                .query(this::alert)
                .optional();
    }

    /// Holds the row until the transaction ends.
    public Optional<Alert> lock(AlertId id) {
        return jdbc.sql("SELECT * FROM alert.alert WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(this::alert)
                .optional();
    }

    public Optional<Alert> findByNumber(String number) {
        return jdbc.sql("SELECT * FROM alert.alert WHERE number = :number")
                .param("number", number)
                .query(this::alert)
                .optional();
    }

    /// One sender at a time in each world, so that each text knows the orders in force before it.
    public void lockSending(World world) {
        jdbc.sql("SELECT pg_advisory_xact_lock(7236, :world)")
                .param("world", world.ordinal())
                .query((row, number) -> 0)
                .single();
    }

    /// In the order of sending.
    public List<Alert> listSent(World world) {
        return jdbc.sql("""
                        SELECT * FROM alert.alert WHERE world = :world AND sent_at IS NOT NULL ORDER BY sent_at, id
                        """).param("world", world.name()).query(this::alert).list();
    }

    /// @param open drafts and those that wait; else everything, the newest first
    /// @param words to look for; empty: all
    public List<Alert> list(List<World> worlds, boolean open, String words, int limit) {
        return jdbc.sql("""
                        SELECT * FROM alert.alert
                        WHERE world IN (:worlds) AND (NOT :open OR state IN ('DRAFT', 'WAITING'))
                          AND (:words = '' OR search LIKE '%' || :words || '%' OR number LIKE :words || '%')
                        ORDER BY created_at DESC, id DESC LIMIT :limit
                        """)
                .param("worlds", worlds.stream().map(World::name).toList())
                .param("open", open)
                .param("words", Kana.searchKey(words).replaceAll("[%_\\\\]", ""))
                .param("limit", limit)
                .query(this::alert)
                .list();
    }

    public int countWaiting() {
        return jdbc.sql("SELECT count(*) FROM alert.alert WHERE state = 'WAITING' AND world <> 'INTERNAL_DRILL'")
                .query(Integer.class)
                .single();
    }

    /// What a telegram of this hazard has left unsent.
    public Optional<Alert> lockDraftOf(String hazard) {
        return jdbc.sql("""
                        SELECT * FROM alert.alert
                        WHERE hazard = :hazard AND state IN ('DRAFT', 'WAITING') AND act = 'ISSUE' FOR UPDATE
                        """).param("hazard", hazard).query(this::alert).optional();
    }

    /// Unsent corrections, lifts and retractions that telegrams of this hazard made; held until the transaction ends.
    public List<Alert> lockFollowingDraftsOf(String hazard) {
        return jdbc.sql("""
                        SELECT * FROM alert.alert
                        WHERE hazard = :hazard AND state IN ('DRAFT', 'WAITING') AND act <> 'ISSUE' ORDER BY id FOR UPDATE
                        """).param("hazard", hazard).query(this::alert).list();
    }

    public Optional<Instant> findSentAt(AlertId id) {
        return jdbc.sql("SELECT sent_at FROM alert.alert WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .optional()
                .flatMap(found -> found);
    }

    /// The message with everything that it follows or that follows it, the oldest first.
    public List<Alert> listChain(AlertId id) {
        return jdbc.sql("""
                        WITH RECURSIVE chain AS (
                            SELECT id, about FROM alert.alert WHERE id = :id
                            UNION
                            SELECT other.id, other.about FROM alert.alert other, chain
                            WHERE other.about = chain.id OR other.id = chain.about)
                        SELECT * FROM alert.alert WHERE id IN (SELECT id FROM chain) ORDER BY created_at, id
                        """).param("id", id.value()).query(this::alert).list();
    }

    /// Changes whenever something was sent to residents.
    public String mark() {
        return jdbc.sql("""
                        SELECT count(*) || ' ' || coalesce(max(sent_at)::text, '') FROM alert.alert
                        WHERE sent_at IS NOT NULL AND world <> 'INTERNAL_DRILL'
                        """).query((row, number) -> row.getString(1)).single();
    }

    /// When each message was sent.
    public Map<AlertId, Instant> sentAt() {
        Map<AlertId, Instant> all = new HashMap<>();
        jdbc.sql("SELECT id, sent_at FROM alert.alert WHERE sent_at IS NOT NULL AND world <> 'INTERNAL_DRILL'")
                .query((row, number) ->
                        Map.entry(new AlertId(row.getObject("id", UUID.class)), instant(row, "sent_at")))
                .list()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    /// The next number of a series, without gaps in what is used.
    public int nextNumber(String series) {
        return jdbc.sql("""
                        INSERT INTO alert.numbering (series, last) VALUES (:series, 1)
                        ON CONFLICT (series) DO UPDATE SET last = alert.numbering.last + 1 RETURNING last
                        """).param("series", series).query(Integer.class).single();
    }

    private Alert alert(ResultSet row, int number) throws SQLException {
        @Nullable UUID about = row.getObject("about", UUID.class);
        @Nullable String words = row.getString("words");
        Alert.Progress progress = new Alert.Progress(
                AlertState.of(row.getString("state"), instant(row, "since")),
                row.getInt("revision"),
                row.getString("writer"),
                instant(row, "written_at"),
                json.readValue(row.getString("approvals"), APPROVALS),
                Optional.ofNullable(row.getString("hazard")),
                row.getBoolean("sole"),
                Optional.ofNullable(words).map(text -> json.readValue(text, AlertText.class)));
        return new Alert(
                new AlertId(row.getObject("id", UUID.class)),
                row.getString("number"),
                World.valueOf(row.getString("world")),
                AlertAct.valueOf(row.getString("act")),
                Optional.ofNullable(about).map(AlertId::new),
                json.readValue(row.getString("content"), Content.class),
                progress);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
