package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shelter.Arrivals;
import town.machi.shelter.EventsJson;
import town.machi.shelter.Happening;
import town.machi.shelter.ShelterEvent;

/// The log: appended, read, never changed.
@Component
public class LogRows {

    private final JdbcClient jdbc;

    LogRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An event on its way into the log.
    ///
    /// @param event with the time put right and the opening in which it counts
    /// @param sentFor the opening that the desk meant
    /// @param deviceAt by the desk's clock
    public record Incoming(ShelterEvent event, UUID sentFor, Instant deviceAt, Actor by) {}

    /// One after the other, over all nodes, until the transaction ends: what is computed from the log then
    /// fits it.
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(6003947510061)").query().singleRow();
    }

    /// What is new in the log.
    ///
    /// @param first the number from which the new ones are; everything before was there
    /// @param events the new ones as they stand there
    public record Added(long first, List<ShelterEvent> events) {}

    /// Writes down those that are new, and whom they tell of.
    public Added append(List<Incoming> incoming, Instant receivedAt) {
        List<Link> links = incoming.stream()
                .map(Incoming::event)
                .flatMap(event -> event.subjects().stream().map(subject -> new Link(subject, event.id())))
                .toList();
        Map<UUID, Written> written = jdbc
                .sql("""
                        WITH fresh AS (
                            INSERT INTO shelter.event (id, desk, opening_id, sent_for, kind, device_at, at, received_at,
                                                       by_kind, by_id, voids, body, personal)
                            SELECT id, desk, opening, nullif(meant, opening), kind, device_at, at,
                                   :received::timestamptz, by_kind, by_id, voids, body::jsonb,
                                   -- A desk that wakes up after the names were taken away brings none back.
                                   CASE WHEN EXISTS (SELECT FROM shelter.opening o
                                                     JOIN shelter.aftermath a ON a.disaster_id = o.disaster_id
                                                     WHERE o.id = given.opening AND a.forgotten_at IS NOT NULL)
                                        THEN NULL ELSE personal::jsonb END
                            FROM unnest(:ids::uuid[], :desks::uuid[], :openings::uuid[], :meant::uuid[], :kinds::text[],
                                        :deviceAts::timestamptz[], :ats::timestamptz[], :byKinds::text[],
                                        :byIds::text[], :voids::uuid[], :bodies::text[], :personals::text[])
                                AS given (id, desk, opening, meant, kind, device_at, at, by_kind, by_id, voids, body,
                                          personal)
                            ON CONFLICT (id) DO NOTHING RETURNING id, seq, personal IS NOT NULL AS named),
                        told AS (
                            INSERT INTO shelter.event_subject (subject, event_id)
                            SELECT link.subject, link.event
                            FROM unnest(:subjects::uuid[], :events::uuid[]) AS link (subject, event)
                            JOIN fresh ON fresh.id = link.event)
                        SELECT id, seq, named FROM fresh
                        """)
                .param("received", receivedAt.toString())
                .params(columns(incoming))
                .param("subjects", Columns.of(links, Link::subject))
                .param("events", Columns.of(links, Link::event))
                .query(Written.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Written::id, Function.identity()));
        return new Added(
                written.values().stream().mapToLong(Written::seq).min().orElse(Long.MAX_VALUE),
                incoming.stream()
                        .map(Incoming::event)
                        .filter(event -> written.containsKey(event.id()))
                        .map(event ->
                                Objects.requireNonNull(written.get(event.id())).named() ? event : event.unnamed())
                        .toList());
    }

    private record Link(UUID subject, UUID event) {}

    private record Written(UUID id, long seq, boolean named) {}

    private static Map<String, Object> columns(List<Incoming> incoming) {
        return Map.ofEntries(
                Map.entry("ids", Columns.of(incoming, each -> each.event().id())),
                Map.entry("desks", Columns.of(incoming, each -> each.event().desk())),
                Map.entry("openings", Columns.of(incoming, each -> each.event().opening())),
                Map.entry("meant", Columns.of(incoming, Incoming::sentFor)),
                Map.entry(
                        "kinds",
                        Columns.of(incoming, each -> each.event().what().kind())),
                Map.entry("deviceAts", Columns.of(incoming, Incoming::deviceAt)),
                Map.entry("ats", Columns.of(incoming, each -> each.event().at())),
                Map.entry("byKinds", Columns.of(incoming, each -> each.by().kind())),
                Map.entry("byIds", Columns.of(incoming, each -> each.by().id())),
                Map.entry("voids", Columns.of(incoming, LogRows::voids)),
                Map.entry(
                        "bodies",
                        Columns.of(
                                incoming, each -> EventsJson.body(each.event().what()))),
                Map.entry(
                        "personals",
                        Columns.of(
                                incoming,
                                each -> EventsJson.personal(each.event().personal()))));
    }

    private static @org.jspecify.annotations.Nullable UUID voids(Incoming incoming) {
        return incoming.event().what() instanceof Happening.Corrected(UUID event) ? event : null;
    }

    /// Everything before that number about these persons, groups and conflicts, with what took any of it back.
    /// Each is fetched by its key (`LATERAL … OFFSET 0`), whatever the server believes of the size of the log.
    public List<ShelterEvent> about(Collection<UUID> subjects, long before) {
        return jdbc.sql("""
                        WITH about AS MATERIALIZED (
                            SELECT DISTINCT event_id FROM shelter.event_subject WHERE subject = ANY (:subjects::uuid[]))
                        SELECT e.* FROM about CROSS JOIN LATERAL (
                            SELECT * FROM shelter.event WHERE id = event_id OFFSET 0) AS e
                        WHERE e.seq < :before
                        UNION ALL
                        SELECT e.* FROM about CROSS JOIN LATERAL (
                            SELECT * FROM shelter.event WHERE voids = event_id OFFSET 0) AS e
                        WHERE e.seq < :before
                        """)
                .param("subjects", Columns.of(subjects, id -> id))
                .param("before", before)
                .query((row, number) -> event(row))
                .list();
    }

    /// Which of these persons were declared to be one with whom, with what took that back.
    public List<ShelterEvent> declarations(Collection<UUID> persons) {
        return jdbc.sql("""
                        WITH said AS (
                            SELECT e.* FROM shelter.event e JOIN shelter.event_subject s ON s.event_id = e.id
                            WHERE s.subject = ANY (:persons::uuid[]) AND e.kind = 'SAME')
                        SELECT * FROM said
                        UNION
                        SELECT * FROM shelter.event WHERE voids IN (SELECT id FROM said)
                        """)
                .param("persons", Columns.of(persons, id -> id))
                .query((row, number) -> event(row))
                .list();
    }

    /// The subjects of these events.
    public List<UUID> subjectsOf(Collection<UUID> events) {
        return jdbc.sql("SELECT DISTINCT subject FROM shelter.event_subject WHERE event_id = ANY (:events::uuid[])")
                .param("events", Columns.of(events, id -> id))
                .query(Columns::id)
                .list();
    }

    /// Up to where somebody has heard of an opening.
    public record Cursor(UUID opening, long seq) {}

    /// What came after each of these, oldest first.
    public List<List<Arrivals.Logged>> since(List<Cursor> cursors, int most) {
        List<List<Arrivals.Logged>> since = new ArrayList<>();
        cursors.forEach(_ -> since.add(new ArrayList<>()));
        jdbc.sql("""
                        SELECT asked.number, e.*
                        FROM unnest(:openings::uuid[], :seqs::bigint[]) WITH ORDINALITY AS asked (opening, seq, number)
                        CROSS JOIN LATERAL (
                            SELECT * FROM shelter.event
                            WHERE opening_id = asked.opening AND seq > asked.seq ORDER BY seq LIMIT :most) AS e
                        ORDER BY asked.number, e.seq
                        """)
                .param("openings", Columns.of(cursors, Cursor::opening))
                .param("seqs", Columns.of(cursors, Cursor::seq))
                .param("most", most)
                .query(row -> {
                    since.get(row.getInt("number") - 1).add(logged(row));
                });
        return since;
    }

    private static Arrivals.Logged logged(ResultSet row) throws SQLException {
        return new Arrivals.Logged(row.getLong("seq"), Columns.instant(row, "received_at"), event(row));
    }

    static ShelterEvent event(ResultSet row) throws SQLException {
        return new ShelterEvent(
                row.getObject("id", UUID.class),
                row.getObject("desk", UUID.class),
                row.getObject("opening_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                EventsJson.body(Happening.Kind.valueOf(row.getString("kind")), row.getString("body")),
                EventsJson.personal(row.getString("personal")));
    }
}
