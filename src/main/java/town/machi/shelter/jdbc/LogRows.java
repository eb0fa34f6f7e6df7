package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shelter.Arrivals;
import town.machi.shelter.EventsJson;
import town.machi.shelter.Happening;
import town.machi.shelter.OpeningId;
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

    /// @return the ids that are new
    public Set<UUID> append(List<Incoming> incoming, Instant receivedAt) {
        List<UUID> found = jdbc.sql("""
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
                                    :deviceAts::timestamptz[], :ats::timestamptz[], :byKinds::text[], :byIds::text[],
                                    :voids::uuid[], :bodies::text[], :personals::text[])
                            AS given (id, desk, opening, meant, kind, device_at, at, by_kind, by_id, voids, body,
                                      personal)
                        ON CONFLICT (id) DO NOTHING RETURNING id
                        """)
                .param("received", receivedAt.toString())
                .param("ids", Columns.of(incoming, each -> each.event().id()))
                .param("desks", Columns.of(incoming, each -> each.event().desk()))
                .param("openings", Columns.of(incoming, each -> each.event().opening()))
                .param("meant", Columns.of(incoming, Incoming::sentFor))
                .param("kinds", Columns.of(incoming, each -> each.event().what().kind()))
                .param("deviceAts", Columns.of(incoming, Incoming::deviceAt))
                .param("ats", Columns.of(incoming, each -> each.event().at()))
                .param("byKinds", Columns.of(incoming, each -> each.by().kind()))
                .param("byIds", Columns.of(incoming, each -> each.by().id()))
                .param("voids", Columns.of(incoming, LogRows::voids))
                .param(
                        "bodies",
                        Columns.of(
                                incoming, each -> EventsJson.body(each.event().what())))
                .param(
                        "personals",
                        Columns.of(
                                incoming,
                                each -> EventsJson.personal(each.event().personal())))
                .query(Columns::id)
                .list();
        Set<UUID> fresh = Set.copyOf(found);
        appendSubjects(incoming.stream()
                .map(Incoming::event)
                .filter(event -> fresh.contains(event.id()))
                .toList());
        return fresh;
    }

    private void appendSubjects(List<ShelterEvent> events) {
        record Link(UUID subject, UUID event) {}
        List<Link> links = events.stream()
                .flatMap(event -> event.subjects().stream().map(subject -> new Link(subject, event.id())))
                .toList();
        if (!links.isEmpty()) {
            jdbc.sql("""
                            INSERT INTO shelter.event_subject (subject, event_id)
                            SELECT * FROM unnest(:subjects::uuid[], :events::uuid[])
                            """)
                    .param("subjects", Columns.of(links, Link::subject))
                    .param("events", Columns.of(links, Link::event))
                    .update();
        }
    }

    private static @org.jspecify.annotations.Nullable UUID voids(Incoming incoming) {
        return incoming.event().what() instanceof Happening.Corrected(UUID event) ? event : null;
    }

    /// Everything about these persons, groups and conflicts, with what took any of it back.
    public List<ShelterEvent> about(Collection<UUID> subjects) {
        return jdbc.sql("""
                        WITH about AS (
                            SELECT DISTINCT event_id FROM shelter.event_subject WHERE subject = ANY (:subjects::uuid[]))
                        SELECT * FROM shelter.event WHERE id IN (SELECT event_id FROM about)
                        UNION ALL
                        SELECT * FROM shelter.event WHERE voids IN (SELECT event_id FROM about)
                        """)
                .param("subjects", Columns.of(subjects, id -> id))
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

    public List<Arrivals.Logged> since(OpeningId opening, long seq, int most) {
        return jdbc.sql("""
                        SELECT * FROM shelter.event WHERE opening_id = :opening AND seq > :seq ORDER BY seq LIMIT :most
                        """)
                .param("opening", opening.value())
                .param("seq", seq)
                .param("most", most)
                .query((row, number) ->
                        new Arrivals.Logged(row.getLong("seq"), Columns.instant(row, "received_at"), event(row)))
                .list();
    }

    public long newest() {
        return jdbc.sql("SELECT coalesce(max(seq), 0) FROM shelter.event")
                .query(Long.class)
                .single();
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
