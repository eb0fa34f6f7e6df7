package town.machi.casework.jdbc;

import java.time.Period;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;

/// Moves a case of the demo, with its history, into the past.
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class DemoPastRows {

    private final JdbcClient jdbc;

    DemoPastRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void move(CaseId id, Period back) {
        jdbc.sql("""
                UPDATE casework.case_file
                SET received_at = received_at - :back::interval, since = since - :back::interval,
                    closed_at = closed_at - :back::interval, counts_from = (counts_from - :back::interval)::date
                WHERE id = :id
                """).param("id", id.value()).param("back", back.toString()).update();
        jdbc.sql("""
                WITH gone AS (DELETE FROM casework.event WHERE case_id = :id RETURNING *)
                INSERT INTO casework.event
                    (id, case_id, revision, at, kind, actor_kind, actor_id, act, from_state, to_state, from_section,
                     to_section, words, fields, changes, request)
                SELECT id, case_id, revision, at - :back::interval, kind, actor_kind, actor_id, act, from_state,
                       to_state, from_section, to_section, words, fields, changes, request
                FROM gone ORDER BY seq
                """).param("id", id.value()).param("back", back.toString()).update();
    }
}
