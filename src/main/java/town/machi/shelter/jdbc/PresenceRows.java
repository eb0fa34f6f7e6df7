package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Kana;
import town.machi.kernel.PersonMarks;
import town.machi.shelter.Conflict;
import town.machi.shelter.Destination;
import town.machi.shelter.HouseholdFacts;
import town.machi.shelter.OpeningId;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Presence;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.Stay;

/// What was computed from the log. Whoever reads it sees one committed register, never a part of a batch.
@Component
public class PresenceRows {

    private final JdbcClient jdbc;
    private final JsonMapper mapper = JsonMapper.builder().build();

    PresenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What lies in the `facts` and `personal` columns.
    record Facts(PersonFacts person, @Nullable HouseholdFacts household) {}

    record Personal(Map<String, String> person, Map<String, String> household) {}

    /// Puts what was computed of these persons and groups in the place of what was there.
    ///
    /// @param before those of whom something can have been there
    public void replace(Set<UUID> subjects, Set<UUID> before, Presence.Register register) {
        List<Standing> standings = register.persons().values().stream()
                .filter(standing -> subjects.contains(standing.person()))
                .toList();
        if (!before.isEmpty()) {
            clear(before, standings);
        }
        if (!standings.isEmpty()) {
            upsert(standings);
        }
        addPlaces(register.places().values().stream()
                .filter(place -> subjects.contains(place.id()))
                .toList());
        addConflicts(register.conflicts().stream()
                .filter(conflict -> subjects.contains(conflict.subject()))
                .toList());
        addAliases(subjects, register.aliases());
    }

    /// Who stays in the register is written over, not taken out.
    private void clear(Set<UUID> before, List<Standing> kept) {
        jdbc.sql("""
                        WITH persons AS (DELETE FROM shelter.presence WHERE person_id = ANY (:before::uuid[])
                                             AND NOT person_id = ANY (:kept::uuid[])),
                             places AS (DELETE FROM shelter.place WHERE event_id = ANY (:before::uuid[])),
                             conflicts AS (DELETE FROM shelter.conflict WHERE subject = ANY (:before::uuid[]))
                        DELETE FROM shelter.alias WHERE person_id = ANY (:before::uuid[])
                        """)
                .param("before", Columns.of(before, id -> id))
                .param("kept", Columns.of(kept, Standing::person))
                .update();
    }

    private void upsert(List<Standing> standings) {
        jdbc.sql("""
                        INSERT INTO shelter.presence (person_id, household_id, opening_id, state, destination, stay,
                                arrived_at, since, event_id, secret, facts, personal, kana_key, birth, person_marks)
                        SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n, marks::text[] FROM unnest(:ids::uuid[], :households::uuid[], :openings::uuid[], :states::text[],
                                :destinations::text[], :stays::text[], :arrivedAts::timestamptz[],
                                :sinces::timestamptz[], :events::uuid[], :secrets::boolean[], :facts::jsonb[],
                                :personals::jsonb[], :kanas::text[], :births::date[], :marks::text[])
                            AS row (a, b, c, d, e, f, g, h, i, j, k, l, m, n, marks)
                        ON CONFLICT (person_id) DO UPDATE SET household_id = EXCLUDED.household_id,
                                opening_id = EXCLUDED.opening_id, state = EXCLUDED.state,
                                destination = EXCLUDED.destination, stay = EXCLUDED.stay,
                                arrived_at = EXCLUDED.arrived_at, since = EXCLUDED.since,
                                event_id = EXCLUDED.event_id, secret = EXCLUDED.secret, facts = EXCLUDED.facts,
                                personal = EXCLUDED.personal, kana_key = EXCLUDED.kana_key, birth = EXCLUDED.birth,
                                person_marks = EXCLUDED.person_marks
                        """)
                .param("ids", Columns.of(standings, Standing::person))
                .param("households", Columns.of(standings, PresenceRows::household))
                .param("openings", Columns.of(standings, Standing::opening))
                .param("states", Columns.of(standings, Standing::state))
                .param("destinations", Columns.of(standings, Standing::to))
                .param("stays", Columns.of(standings, Standing::stay))
                .param("arrivedAts", Columns.of(standings, each -> each.times().arrivedAt()))
                .param("sinces", Columns.of(standings, each -> each.times().since()))
                .param("events", Columns.of(standings, each -> each.times().event()))
                .param("secrets", Columns.of(standings, Standing::isSecret))
                .param("facts", Columns.of(standings, this::facts))
                .param("personals", Columns.of(standings, this::personal))
                .param("kanas", Columns.of(standings, PresenceRows::kanaKey))
                .param("births", Columns.of(standings, PresenceRows::birth))
                .param(
                        "marks",
                        Columns.of(standings, standing -> marks(standing).array()))
                .update();
    }

    private static @Nullable UUID household(Standing standing) {
        HouseholdFacts household = standing.known().household();
        return household == null ? null : household.id();
    }

    private String facts(Standing standing) {
        return mapper.writeValueAsString(
                new Facts(standing.known().facts(), standing.known().household()));
    }

    private @Nullable String personal(Standing standing) {
        var known = standing.known();
        return known.details().isEmpty() && known.householdDetails().isEmpty()
                ? null
                : mapper.writeValueAsString(new Personal(known.details(), known.householdDetails()));
    }

    private static @Nullable String kanaKey(Standing standing) {
        String kana = standing.known().details().get("kana");
        return kana == null ? null : Kana.searchKey(kana);
    }

    static PersonMarks marks(Standing standing) {
        Map<String, String> person = standing.known().details();
        return new PersonMarks()
                .name(person.get("name"))
                .kana(person.get("kana"))
                .phone(person.get("phone"))
                .phone(standing.known().householdDetails().get("phone"));
    }

    private static @Nullable String birth(Standing standing) {
        String birth = standing.known().details().get("birth");
        return birth != null && birth.matches("(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|30)") ? birth : null;
    }

    private void addPlaces(List<Presence.OpenPlaces> places) {
        if (!places.isEmpty()) {
            jdbc.sql("""
                            INSERT INTO shelter.place (event_id, opening_id, stay, counted, open, at)
                            SELECT * FROM unnest(:ids::uuid[], :openings::uuid[], :stays::text[], :counted::int[],
                                                 :open::int[], :ats::timestamptz[])
                            """)
                    .param("ids", Columns.of(places, Presence.OpenPlaces::id))
                    .param("openings", Columns.of(places, Presence.OpenPlaces::opening))
                    .param("stays", Columns.of(places, Presence.OpenPlaces::stay))
                    .param("counted", Columns.of(places, Presence.OpenPlaces::counted))
                    .param("open", Columns.of(places, Presence.OpenPlaces::open))
                    .param("ats", Columns.of(places, Presence.OpenPlaces::at))
                    .update();
        }
    }

    private void addConflicts(List<Conflict> conflicts) {
        for (Conflict conflict : conflicts) {
            jdbc.sql("""
                            INSERT INTO shelter.conflict (id, subject, kind, opening_id, events, at, settled)
                            VALUES (:id, :subject, :kind, :opening, :events::uuid[], :at, :settled
                                OR EXISTS (SELECT FROM shelter.event_subject WHERE subject = :id))
                            ON CONFLICT DO NOTHING
                            """)
                    .param("id", conflict.id())
                    .param("subject", conflict.subject())
                    .param("kind", conflict.kind().name())
                    .param("opening", conflict.opening())
                    .param("events", Columns.of(conflict.events(), id -> id))
                    .param("at", Columns.at(conflict.at()))
                    .param("settled", conflict.settled())
                    .update();
        }
    }

    private void addAliases(Set<UUID> subjects, Map<UUID, UUID> aliases) {
        aliases.forEach((person, first) -> {
            if (subjects.contains(person)) {
                jdbc.sql("INSERT INTO shelter.alias (person_id, stands_for) VALUES (:person, :first)")
                        .param("person", person)
                        .param("first", first)
                        .update();
            }
        });
    }

    /// Staff looked at these.
    public void settle(Collection<UUID> conflicts) {
        jdbc.sql("UPDATE shelter.conflict SET settled = true WHERE id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(conflicts, id -> id))
                .update();
    }

    public List<Standing> roster(OpeningId opening) {
        return jdbc.sql("""
                        SELECT * FROM shelter.presence WHERE opening_id = :opening
                        ORDER BY kana_key NULLS LAST, arrived_at, person_id
                        """)
                .param("opening", opening.value())
                .query(this::standing)
                .list();
    }

    /// Who is on the way there; with those who were missed there, who may yet come.
    public List<Standing> expected(OpeningId opening) {
        return jdbc.sql("""
                        SELECT * FROM shelter.presence
                        WHERE opening_id = :opening AND state IN ('EXPECTED', 'UNACCOUNTED')
                        """)
                .param("opening", opening.value())
                .query(this::standing)
                .list();
    }

    public Optional<Standing> find(UUID person) {
        return jdbc.sql("""
                        SELECT * FROM shelter.presence WHERE person_id = coalesce(
                            (SELECT stands_for FROM shelter.alias WHERE person_id = :person), :person)
                        """).param("person", person).query(this::standing).optional();
    }

    public List<Presence.OpenPlaces> openPlaces(OpeningId opening) {
        return jdbc.sql("SELECT * FROM shelter.place WHERE opening_id = :opening AND open > 0 ORDER BY at, event_id")
                .param("opening", opening.value())
                .query((row, number) -> new Presence.OpenPlaces(
                        row.getObject("event_id", UUID.class),
                        row.getObject("opening_id", UUID.class),
                        Stay.valueOf(row.getString("stay")),
                        row.getInt("counted"),
                        row.getInt("open"),
                        Columns.instant(row, "at")))
                .list();
    }

    public List<Conflict> conflicts(OpeningId opening) {
        return jdbc.sql("""
                        SELECT * FROM shelter.conflict WHERE opening_id = :opening AND NOT settled ORDER BY at, id
                        """)
                .param("opening", opening.value())
                .query((row, number) -> new Conflict(
                        row.getObject("id", UUID.class),
                        Conflict.Kind.valueOf(row.getString("kind")),
                        row.getObject("subject", UUID.class),
                        row.getObject("opening_id", UUID.class),
                        List.of((UUID[]) row.getArray("events").getArray()),
                        Columns.instant(row, "at"),
                        row.getBoolean("settled")))
                .list();
    }

    Standing standing(ResultSet row, int number) throws SQLException {
        Facts facts = mapper.readValue(row.getString("facts"), Facts.class);
        String named = row.getString("personal");
        Personal personal = named == null ? new Personal(Map.of(), Map.of()) : mapper.readValue(named, Personal.class);
        String destination = row.getString("destination");
        return new Standing(
                row.getObject("person_id", UUID.class),
                row.getObject("opening_id", UUID.class),
                Presence.State.valueOf(row.getString("state")),
                destination == null ? null : Destination.valueOf(destination),
                new Presence.Times(
                        Columns.instant(row, "arrived_at"),
                        Columns.instant(row, "since"),
                        row.getObject("event_id", UUID.class)),
                new Presence.Known(facts.person(), facts.household(), personal.person(), personal.household()));
    }
}
