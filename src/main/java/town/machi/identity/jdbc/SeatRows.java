package town.machi.identity.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.identity.Holding;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// Who sits where, from when to when, and who is away.
@Component
public class SeatRows {

    private final JdbcClient db;

    SeatRows(JdbcClient db) {
        this.db = db;
    }

    /// Of that day, by those who are active.
    public List<Holding> listOn(LocalDate day) {
        return db.sql("""
                        SELECT h.* FROM identity.holding h JOIN identity.staff s ON s.id = h.staff_id
                        WHERE s.state = 'active' AND (s.ends_on IS NULL OR s.ends_on >= :day) AND h.from_day <= :day AND (h.until_day IS NULL OR h.until_day >= :day)
                        ORDER BY h.position, h.section, h.staff_id
                        """).param("day", day).query(SeatRows::holding).list();
    }

    /// One person's, past and to come, by day.
    public List<Holding> listOf(StaffId staff) {
        return db.sql("SELECT * FROM identity.holding WHERE staff_id = :staff ORDER BY from_day, position")
                .param("staff", staff.value())
                .query(SeatRows::holding)
                .list();
    }

    /// Nothing happens where it is there already.
    public void sit(UUID id, Holding holding) {
        db.sql("""
                INSERT INTO identity.holding (id, staff_id, position, section, from_day, until_day)
                VALUES (:id, :staff, :position, :section, :from, :until) ON CONFLICT DO NOTHING
                """)
                .param("id", id)
                .param("staff", holding.staff().value())
                .param("position", holding.seat().position())
                .param("section", holding.seat().section().map(SectionId::value).orElse(null))
                .param("from", holding.from())
                .param("until", holding.until().orElse(null))
                .update();
    }

    /// Ends what goes on and what was to begin: from this day on, nothing is left of it.
    ///
    /// @param day the first day without it
    public void rise(StaffId staff, LocalDate day) {
        db.sql("DELETE FROM identity.holding WHERE staff_id = :staff AND from_day >= :day")
                .param("staff", staff.value())
                .param("day", day)
                .update();
        db.sql("""
                UPDATE identity.holding SET until_day = :last
                WHERE staff_id = :staff AND (until_day IS NULL OR until_day > :last)
                """)
                .param("staff", staff.value())
                .param("last", day.minusDays(1))
                .update();
    }

    public Set<StaffId> listAway(LocalDate day) {
        return Set.copyOf(
                db.sql("SELECT DISTINCT staff_id FROM identity.absence WHERE from_day <= :day AND until_day >= :day")
                        .param("day", day)
                        .query((row, number) -> new StaffId(row.getObject("staff_id", UUID.class)))
                        .list());
    }

    /// @return false where the same request wrote it before
    public boolean leave(UUID id, StaffId staff, LocalDate from, LocalDate until) {
        return db.sql("""
                        INSERT INTO identity.absence (id, staff_id, from_day, until_day)
                        VALUES (:id, :staff, :from, :until) ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", id)
                        .param("staff", staff.value())
                        .param("from", from)
                        .param("until", until)
                        .update()
                == 1;
    }

    /// Back earlier than was said.
    public void comeBack(StaffId staff, LocalDate day) {
        db.sql("DELETE FROM identity.absence WHERE staff_id = :staff AND until_day >= :day")
                .param("staff", staff.value())
                .param("day", day)
                .update();
    }

    /// The last day of an absence that goes on or is to come.
    public Optional<LocalDate> findAwayUntil(StaffId staff, LocalDate day) {
        return db.sql("SELECT until_day FROM identity.absence WHERE staff_id = :staff AND until_day >= :day"
                        + " ORDER BY from_day LIMIT 1")
                .param("staff", staff.value())
                .param("day", day)
                .query((row, number) -> row.getObject("until_day", LocalDate.class))
                .optional();
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                new Seat(
                        row.getString("position"),
                        Optional.ofNullable(row.getString("section")).map(SectionId::new)),
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)));
    }
}
