package town.machi.shelter.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.shelter.entrance.DeskPackage;

/// What a desk has to know, read for it.
@Component
public class DeskPackageRows {

    private final JdbcClient jdbc;

    DeskPackageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DeskPackage.Named shelter(UUID shelter) {
        return jdbc.sql("SELECT id, name, capacity FROM shelter.shelter WHERE id = :id")
                .param("id", shelter)
                .query(DeskPackage.Named.class)
                .single();
    }

    public Optional<DeskPackage.Open> opening(UUID shelter) {
        return jdbc.sql("""
                        SELECT o.id, o.state, d.name AS disaster, d.drill
                        FROM shelter.opening o JOIN shelter.disaster d ON d.id = o.disaster_id
                        WHERE o.shelter_id = :shelter AND o.state <> 'CLOSED'
                        """)
                .param("shelter", shelter)
                .query(DeskPackage.Open.class)
                .optional();
    }

    /// Other shelters where people may go; of a drill those of drills, of the real thing the real ones.
    public List<DeskPackage.Other> others(UUID shelter) {
        return jdbc.sql("""
                        SELECT o.id AS opening, s.name
                        FROM shelter.opening o JOIN shelter.shelter s ON s.id = o.shelter_id
                        LEFT JOIN shelter.opening here ON here.shelter_id = :shelter AND here.state <> 'CLOSED'
                        WHERE o.state IN ('OPEN', 'PREPARING') AND s.id <> :shelter
                          AND (here.id IS NULL OR EXISTS (
                              SELECT FROM shelter.same_world w WHERE w.opening_id = here.id AND w.other_id = o.id))
                        ORDER BY s.name
                        """)
                .param("shelter", shelter)
                .query((row, number) ->
                        new DeskPackage.Other(row.getObject("opening", UUID.class), row.getString("name")))
                .list();
    }

    /// Who is counted elsewhere: ids only, and nobody who must not be found. Of a drill only who is in a drill, of
    /// the real thing only who is really somewhere.
    public Map<UUID, UUID> elsewhere(UUID opening) {
        return jdbc
                .sql("""
                        SELECT person_id AS person, opening_id AS opening FROM shelter.presence
                        WHERE opening_id <> :opening AND state IN ('IN', 'OUT') AND NOT secret
                          AND opening_id IN (SELECT other_id FROM shelter.same_world WHERE opening_id = :opening)
                        """)
                .param("opening", opening)
                .query((row, number) ->
                        Map.entry(row.getObject("person", UUID.class), row.getObject("opening", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The openings of this shelter whose names were taken away: a desk that still has them lets them go, too.
    public List<UUID> forgotten(UUID shelter) {
        return jdbc.sql("""
                        SELECT o.id FROM shelter.opening o JOIN shelter.aftermath a ON a.disaster_id = o.disaster_id
                        WHERE o.shelter_id = :shelter AND a.forgotten_at IS NOT NULL
                        """).param("shelter", shelter).query(Columns::id).list();
    }
}
