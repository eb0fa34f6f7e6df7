package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.shelter.DisasterId;
import town.machi.shelter.after.Aftermath;

/// Which names go when, and the records of those that went.
@Component
public class AftermathRows {

    private final JdbcClient jdbc;

    AftermathRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Aftermath> find(DisasterId disaster) {
        return jdbc.sql("SELECT * FROM shelter.aftermath WHERE disaster_id = :id")
                .param("id", disaster.value())
                .query(AftermathRows::aftermath)
                .optional();
    }

    /// The same, kept still until the transaction ends.
    public Optional<Aftermath> take(DisasterId disaster) {
        return jdbc.sql("SELECT * FROM shelter.aftermath WHERE disaster_id = :id FOR UPDATE")
                .param("id", disaster.value())
                .query(AftermathRows::aftermath)
                .optional();
    }

    /// Those of closed disasters that have a day and names.
    public List<Aftermath> waiting() {
        return jdbc.sql("""
                        SELECT a.* FROM shelter.aftermath a JOIN shelter.disaster d ON d.id = a.disaster_id
                        WHERE a.forget_on IS NOT NULL AND a.forgotten_at IS NULL AND d.closed_at IS NOT NULL
                        """).query(AftermathRows::aftermath).list();
    }

    /// Sets the day and what holds it; not any more once the names are gone.
    public boolean plan(DisasterId disaster, @Nullable LocalDate day, String hold) {
        return jdbc.sql("""
                        INSERT INTO shelter.aftermath (disaster_id, forget_on, hold) VALUES (:id, :day, :hold)
                        ON CONFLICT (disaster_id) DO UPDATE SET forget_on = EXCLUDED.forget_on, hold = EXCLUDED.hold
                        WHERE shelter.aftermath.forgotten_at IS NULL
                        """)
                        .param("id", disaster.value())
                        .param("day", day)
                        .param("hold", hold)
                        .update()
                == 1;
    }

    public void exported(DisasterId disaster, Instant at) {
        jdbc.sql("""
                        INSERT INTO shelter.aftermath (disaster_id, exported_at) VALUES (:id, :at)
                        ON CONFLICT (disaster_id) DO UPDATE SET exported_at = EXCLUDED.exported_at
                        """).param("id", disaster.value()).param("at", Columns.at(at)).update();
    }

    public void forgotten(UUID id, DisasterId disaster, Aftermath.Deletion deletion) {
        jdbc.sql("UPDATE shelter.aftermath SET forgotten_at = :at WHERE disaster_id = :id")
                .param("id", disaster.value())
                .param("at", Columns.at(deletion.at()))
                .update();
        jdbc.sql("""
                        INSERT INTO shelter.deletion (id, disaster_id, at, day, people, events, inquiries)
                        VALUES (:id, :disaster, :at, :day, :people, :events, :inquiries)
                        """)
                .param("id", id)
                .param("disaster", disaster.value())
                .param("at", Columns.at(deletion.at()))
                .param("day", deletion.day())
                .param("people", deletion.people())
                .param("events", deletion.events())
                .param("inquiries", deletion.inquiries())
                .update();
    }

    public Optional<Aftermath.Deletion> findDeletion(DisasterId disaster) {
        return jdbc.sql("SELECT * FROM shelter.deletion WHERE disaster_id = :id")
                .param("id", disaster.value())
                .query((row, number) -> new Aftermath.Deletion(
                        Columns.instant(row, "at"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("people"),
                        row.getInt("events"),
                        row.getInt("inquiries")))
                .optional();
    }

    private static Aftermath aftermath(ResultSet row, int number) throws SQLException {
        return new Aftermath(
                new DisasterId(row.getObject("disaster_id", UUID.class)),
                row.getObject("forget_on", LocalDate.class),
                row.getString("hold"),
                Columns.findInstant(row, "exported_at"),
                Columns.findInstant(row, "forgotten_at"));
    }
}
