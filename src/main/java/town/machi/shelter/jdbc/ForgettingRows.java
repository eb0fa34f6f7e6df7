package town.machi.shelter.jdbc;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.shelter.DisasterId;

/// Takes what names anybody out of everything that one disaster left.
@Component
public class ForgettingRows {

    private final JdbcClient jdbc;

    ForgettingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param people who had a name
    /// @param events that named somebody
    public record Gone(int people, int events, int inquiries) {}

    /// What was there, with age, need and hour, stays as a number. Somebody who is in a later disaster's shelter by now
    /// keeps the name that they gave there.
    public Gone forget(DisasterId disaster) {
        int people = strip(disaster, """
                        UPDATE shelter.presence SET personal = NULL, kana_key = NULL, birth = NULL, person_marks = '{}'
                        WHERE (personal IS NOT NULL OR kana_key IS NOT NULL OR birth IS NOT NULL)
                          AND opening_id IN (SELECT id FROM shelter.opening WHERE disaster_id = :disaster)
                        """);
        int events = strip(disaster, """
                        UPDATE shelter.event SET personal = NULL
                        WHERE personal IS NOT NULL
                          AND opening_id IN (SELECT id FROM shelter.opening WHERE disaster_id = :disaster)
                        """);
        int inquiries = strip(disaster, """
                        UPDATE shelter.inquiry SET personal = NULL, person_marks = '{}'
                        WHERE personal IS NOT NULL AND disaster_id = :disaster
                        """);
        strip(disaster, "DELETE FROM shelter.supported_note WHERE disaster_id = :disaster");
        strip(disaster, "DELETE FROM shelter.supported_match WHERE disaster_id = :disaster");
        return new Gone(people, events, inquiries);
    }

    /// Who was there, and has a name from a later disaster.
    public Set<UUID> named(DisasterId disaster) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT p.person_id FROM shelter.presence p
                        JOIN shelter.event_subject s ON s.subject = p.person_id
                        JOIN shelter.event e ON e.id = s.event_id
                        JOIN shelter.opening o ON o.id = e.opening_id
                        WHERE o.disaster_id = :disaster AND p.personal IS NOT NULL
                        """)
                .param("disaster", disaster.value())
                .query(Columns::id)
                .list());
    }

    private int strip(DisasterId disaster, String sql) {
        return jdbc.sql(sql).param("disaster", disaster.value()).update();
    }
}
