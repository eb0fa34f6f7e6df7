package town.machi.shelter.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonMarks;
import town.machi.kernel.PersonalFile;
import town.machi.platform.PersonIndex;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Presence.Standing;

/// Where people are named: the log and what was computed from it.
@Component
public class NamedRows {

    private final JdbcClient jdbc;
    private final PresenceRows presence;
    private final PersonIndex index;
    private final PersonIndex.Table table;

    NamedRows(JdbcClient jdbc, PresenceRows presence, PersonIndex index) {
        this.jdbc = jdbc;
        this.presence = presence;
        this.index = index;
        this.table = index.declare(new PersonIndex.Table(
                "shelter.presence", "*", (row, number) -> PresenceRows.marks(presence.standing(row, number))));
    }

    /// Everybody who has a name still and may be the one that is looked for.
    public List<Standing> list(PersonKey key) {
        index.complete(table);
        return jdbc.sql("""
                        SELECT * FROM shelter.presence WHERE person_marks && :marks::text[]
                        ORDER BY arrived_at, person_id
                        """)
                .param("marks", PersonMarks.of(key).array())
                .query(presence::standing)
                .list();
    }

    /// Everybody of this disaster who has a name still.
    public List<Standing> of(DisasterId disaster) {
        return jdbc.sql("""
                        SELECT * FROM shelter.presence
                        WHERE personal IS NOT NULL
                          AND opening_id IN (SELECT id FROM shelter.opening WHERE disaster_id = :disaster)
                        ORDER BY household_id, arrived_at, person_id
                        """)
                .param("disaster", disaster.value())
                .query(presence::standing)
                .list();
    }

    /// Takes what names these persons out of every event and of the register, for good. What is told of their
    /// household in the same events goes, too. That they were there, with age and need, stays as a number.
    ///
    /// @return how many records are poorer
    public int forget(Collection<UUID> persons) {
        int events =
                jdbc.sql("""
                        WITH gone AS (
                            SELECT unnest(:persons::uuid[]) AS id
                            UNION SELECT person_id FROM shelter.alias WHERE stands_for = ANY (:persons::uuid[]))
                        UPDATE shelter.event SET personal = (
                            SELECT CASE WHEN count(*) = 0 THEN NULL
                                        ELSE jsonb_build_object('persons', jsonb_object_agg(key, value)) END
                            FROM jsonb_each(coalesce(personal -> 'persons', '{}'))
                            WHERE key NOT IN (SELECT id::text FROM gone))
                        WHERE personal IS NOT NULL
                          AND id IN (SELECT event_id FROM shelter.event_subject WHERE subject IN (SELECT id FROM gone))
                        """).param("persons", Columns.of(persons, id -> id)).update();
        int rows = jdbc.sql("""
                        UPDATE shelter.presence SET personal = NULL, kana_key = NULL, birth = NULL, person_marks = '{}'
                        WHERE person_id = ANY (:persons::uuid[]) AND personal IS NOT NULL
                        """).param("persons", Columns.of(persons, id -> id)).update();
        return events + rows;
    }

    /// As many as it matters.
    public int countHeld() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM shelter.presence WHERE personal IS NOT NULL LIMIT "
                        + PersonalFile.COUNTED + ") AS counted")
                .query(Integer.class)
                .single();
    }
}
