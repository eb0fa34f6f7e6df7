package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Hazard;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.SafetyCheck;
import town.machi.shelter.ShelterId;

/// What is happening, and which shelters are open for it.
@Component
public class OpeningRows {

    private final JdbcClient jdbc;

    public OpeningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// From when to when an opening was one.
    public record Span(
            UUID id, UUID shelter, Instant from, @Nullable Instant until) {}

    /// Of those that exist.
    public Map<UUID, Span> spans(Collection<UUID> openings) {
        return jdbc
                .sql("SELECT * FROM shelter.opening WHERE id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(openings, id -> id))
                .query(OpeningRows::span)
                .list()
                .stream()
                .collect(Collectors.toMap(Span::id, Function.identity()));
    }

    /// Where something counts that was sent for an opening: in the shelter's later one, where the first was
    /// closed by
    /// then and the shelter had opened anew (a desk that was offline all the while). Otherwise where it was
    /// sent to. What happened in a drill never counts in a real one, nor the other way round.
    public UUID countsIn(Span span, Instant at) {
        if (span.until() == null || at.isBefore(span.until())) {
            return span.id();
        }
        return jdbc.sql("""
                        SELECT id FROM shelter.opening
                        WHERE shelter_id = :shelter AND prepared_at >= :until AND prepared_at <= :at
                          AND id IN (SELECT other_id FROM shelter.same_world WHERE opening_id = :sent)
                        ORDER BY prepared_at DESC LIMIT 1
                        """)
                .param("sent", span.id())
                .param("shelter", span.shelter())
                .param("until", Columns.at(span.until()))
                .param("at", Columns.at(at))
                .query(UUID.class)
                .optional()
                .orElse(span.id());
    }

    /// Those of these openings that are a drill's.
    public Set<UUID> drillsAmong(Collection<UUID> openings) {
        return jdbc.sql("""
                        SELECT o.id FROM shelter.opening o JOIN shelter.disaster d ON d.id = o.disaster_id
                        WHERE d.drill AND o.id = ANY (:ids::uuid[])
                        """)
                .param("ids", Columns.of(openings, id -> id))
                .query(Columns::id)
                .set();
    }

    /// Somebody there was heard from.
    public void confirm(Collection<UUID> openings, Instant at) {
        jdbc.sql("""
                        UPDATE shelter.opening SET confirmed_at = :at
                        WHERE id = ANY (:ids::uuid[]) AND state <> 'CLOSED' AND confirmed_at < :at
                        """)
                .param("ids", Columns.of(openings, id -> id))
                .param("at", Columns.at(at))
                .update();
    }

    private static Span span(ResultSet row, int number) throws SQLException {
        return new Span(
                row.getObject("id", UUID.class),
                row.getObject("shelter_id", UUID.class),
                Columns.instant(row, "prepared_at"),
                Columns.findInstant(row, "closed_at"));
    }

    public void insert(Disaster disaster, Actor by) {
        jdbc.sql("""
                        INSERT INTO shelter.disaster (id, name, hazards, drill, started_at, by_kind, by_id)
                        VALUES (:id, :name, :hazards::text[], :drill, :at, :kind, :by)
                        """)
                .param("id", disaster.id().value())
                .param("name", disaster.name())
                .param("hazards", Columns.of(disaster.hazards(), Hazard::name))
                .param("drill", disaster.drill())
                .param("at", Columns.at(disaster.startedAt()))
                .param("kind", by.kind())
                .param("by", by.id())
                .update();
    }

    /// Newest first.
    public List<Disaster> disasters() {
        return jdbc.sql("SELECT * FROM shelter.disaster ORDER BY started_at DESC, id")
                .query(OpeningRows::disaster)
                .list();
    }

    public Optional<Disaster> findDisaster(DisasterId id) {
        return jdbc.sql("SELECT * FROM shelter.disaster WHERE id = :id")
                .param("id", id.value())
                .query(OpeningRows::disaster)
                .optional();
    }

    /// Whether it is one that is practised.
    public boolean isDrill(DisasterId id) {
        return findDisaster(id).map(Disaster::drill).orElse(false);
    }

    /// @return false where it was closed before
    public boolean closeDisaster(DisasterId id, Instant at) {
        return jdbc.sql("UPDATE shelter.disaster SET closed_at = :at WHERE id = :id AND closed_at IS NULL")
                        .param("id", id.value())
                        .param("at", Columns.at(at))
                        .update()
                == 1;
    }

    /// @return false where the shelter has a live opening already
    public boolean insert(Opening opening) {
        return jdbc.sql("""
                        INSERT INTO shelter.opening (id, shelter_id, disaster_id, state, reason, safety, alternative,
                            forced_full, prepared_at, opened_at, unusable_at, unusable_why,
                            closed_at, confirmed_at, revision)
                        VALUES (:id, :shelter, :disaster, :state, :reason, :safety::text[], :alternative, :full,
                            :prepared, :opened, :unusable, :why, :closed, :confirmed, :revision)
                        ON CONFLICT (shelter_id) WHERE state <> 'CLOSED' DO NOTHING
                        """).params(columns(opening)).update() == 1;
    }

    /// Writes the next state over the one that was seen.
    ///
    /// @return false where somebody else changed it meanwhile
    public boolean update(Opening opening) {
        return jdbc.sql("""
                        UPDATE shelter.opening SET state = :state, reason = :reason, safety = :safety::text[],
                            alternative = :alternative, forced_full = :full, opened_at = :opened,
                            unusable_at = :unusable, unusable_why = :why, closed_at = :closed,
                            confirmed_at = :confirmed, revision = :revision
                        WHERE id = :id AND revision = :revision - 1
                          AND shelter_id = :shelter AND disaster_id = :disaster AND prepared_at = :prepared
                        """).params(columns(opening)).update() == 1;
    }

    private static Map<String, @Nullable Object> columns(Opening opening) {
        Map<String, @Nullable Object> columns = new java.util.HashMap<>();
        Opening.Unusable unusable = opening.unusable();
        ShelterId instead = opening.instead();
        columns.put("id", opening.id().value());
        columns.put("shelter", opening.shelter().value());
        columns.put("disaster", opening.disaster().value());
        columns.put("state", opening.state().name());
        columns.put("reason", opening.reason());
        columns.put("safety", Columns.of(opening.safety(), SafetyCheck::name));
        columns.put("alternative", instead == null ? null : instead.value());
        columns.put("full", opening.forcedFull());
        columns.put("prepared", Columns.at(opening.times().preparedAt()));
        columns.put("opened", Columns.at(opening.times().openedAt()));
        columns.put("unusable", Columns.at(unusable == null ? null : unusable.since()));
        columns.put("why", opening.whyUnusable());
        columns.put("closed", Columns.at(opening.times().closedAt()));
        columns.put("confirmed", Columns.at(opening.times().confirmedAt()));
        columns.put("revision", opening.revision());
        return columns;
    }

    /// Notes for what a drill's opening was closed.
    public void breakOff(OpeningId closed, DisasterId real) {
        jdbc.sql("UPDATE shelter.opening SET broken_off_by = :real WHERE id = :id")
                .param("real", real.value())
                .param("id", closed.value())
                .update();
    }

    public Optional<Opening> find(OpeningId id) {
        return jdbc.sql("SELECT * FROM shelter.opening WHERE id = :id")
                .param("id", id.value())
                .query(OpeningRows::opening)
                .optional();
    }

    /// Those that are not closed.
    public List<Opening> live() {
        return jdbc.sql("SELECT * FROM shelter.opening WHERE state <> 'CLOSED' ORDER BY prepared_at, id")
                .query(OpeningRows::opening)
                .list();
    }

    /// Nobody else changes it until the transaction ends.
    public Optional<Opening> hold(OpeningId id) {
        return jdbc.sql("SELECT * FROM shelter.opening WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(OpeningRows::opening)
                .optional();
    }

    /// The one that is not closed at this shelter; nobody else changes it until the transaction ends.
    public Optional<Opening> holdLive(ShelterId shelter) {
        return jdbc.sql("SELECT * FROM shelter.opening WHERE shelter_id = :shelter AND state <> 'CLOSED' FOR UPDATE")
                .param("shelter", shelter.value())
                .query(OpeningRows::opening)
                .optional();
    }

    public List<Opening> of(DisasterId disaster) {
        return jdbc.sql("SELECT * FROM shelter.opening WHERE disaster_id = :disaster ORDER BY prepared_at, id")
                .param("disaster", disaster.value())
                .query(OpeningRows::opening)
                .list();
    }

    private static Disaster disaster(ResultSet row, int number) throws SQLException {
        return new Disaster(
                new DisasterId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Columns.texts(row, "hazards").stream().map(Hazard::valueOf).collect(Collectors.toSet()),
                row.getBoolean("drill"),
                Columns.instant(row, "started_at"),
                Columns.findInstant(row, "closed_at"));
    }

    private static Opening opening(ResultSet row, int number) throws SQLException {
        return new Opening(
                new OpeningId(row.getObject("id", UUID.class)),
                new ShelterId(row.getObject("shelter_id", UUID.class)),
                new DisasterId(row.getObject("disaster_id", UUID.class)),
                OpeningState.valueOf(row.getString("state")),
                row.getString("reason"),
                Columns.texts(row, "safety").stream().map(SafetyCheck::valueOf).collect(Collectors.toSet()),
                unusable(row),
                row.getBoolean("forced_full"),
                new Opening.Times(
                        Columns.instant(row, "prepared_at"),
                        Columns.findInstant(row, "opened_at"),
                        Columns.findInstant(row, "closed_at"),
                        Columns.instant(row, "confirmed_at")),
                row.getInt("revision"));
    }

    private static Opening.@Nullable Unusable unusable(ResultSet row) throws SQLException {
        Instant since = Columns.findInstant(row, "unusable_at");
        UUID instead = row.getObject("alternative", UUID.class);
        return since == null
                ? null
                : new Opening.Unusable(
                        since, row.getString("unusable_why"), instead == null ? null : new ShelterId(instead));
    }
}
