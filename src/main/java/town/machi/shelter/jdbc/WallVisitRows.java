package town.machi.shelter.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.shelter.entrance.WallVisit;

/// Who waits for the desk after scanning the code on the wall.
@Component
public class WallVisitRows {

    private static final int FIRST = 10;
    private static final int LAST = 999;

    private final JdbcClient jdbc;
    private final JsonMapper mapper = JsonMapper.builder().build();

    WallVisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds the visit under the smallest number that nobody waits with; a repeat changes nothing.
    public void add(UUID id, UUID shelter, List<WallVisit.Person> people, Instant now, Instant goodUntil) {
        jdbc.sql("""
                        INSERT INTO shelter.wall_visit (id, shelter_id, number, people, made_at, good_until)
                        SELECT :id, :shelter, min(n), :people::jsonb, :now, :until
                        FROM (SELECT pg_advisory_xact_lock(hashtext('wall ' || :shelter))) AS one_at_a_time,
                             generate_series(:first, :last) AS n
                        WHERE NOT EXISTS (
                            SELECT FROM shelter.wall_visit v WHERE v.shelter_id = :shelter AND v.number = n)
                        HAVING min(n) IS NOT NULL
                        ON CONFLICT (id) DO NOTHING
                        """)
                .param("id", id)
                .param("shelter", shelter)
                .param("people", mapper.writeValueAsString(people))
                .param("now", Columns.at(now))
                .param("until", Columns.at(goodUntil))
                .param("first", FIRST)
                .param("last", LAST)
                .update();
    }

    public Optional<WallVisit> find(UUID id, Instant now) {
        return jdbc.sql("SELECT * FROM shelter.wall_visit WHERE id = :id AND good_until > :now")
                .param("id", id)
                .param("now", Columns.at(now))
                .query((row, number) -> visit(row))
                .optional();
    }

    /// Those who wait there, the first first.
    public List<WallVisit> waiting(UUID shelter, Instant now) {
        return jdbc.sql("""
                        SELECT * FROM shelter.wall_visit WHERE shelter_id = :shelter AND good_until > :now
                        ORDER BY made_at, number
                        """)
                .param("shelter", shelter)
                .param("now", Columns.at(now))
                .query((row, number) -> visit(row))
                .list();
    }

    public void forget(Instant before) {
        jdbc.sql("DELETE FROM shelter.wall_visit WHERE good_until <= :before")
                .param("before", Columns.at(before))
                .update();
    }

    private WallVisit visit(java.sql.ResultSet row) throws java.sql.SQLException {
        WallVisit.Person[] people = mapper.readValue(row.getString("people"), WallVisit.Person[].class);
        return new WallVisit(
                row.getObject("id", UUID.class),
                row.getObject("shelter_id", UUID.class),
                row.getInt("number"),
                List.of(people),
                Columns.instant(row, "made_at"),
                Columns.instant(row, "good_until"));
    }
}
