package town.machi.water.jdbc;

import java.time.DayOfWeek;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.water.CrewDay;
import town.machi.water.CrewId;

/// What staff set about crews.
@Component
public class CrewSettingRows {

    private final JdbcClient jdbc;

    CrewSettingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false where the id or the name is taken
    public boolean insert(CrewId id, String name, int sorting, boolean example) {
        return jdbc.sql("""
                        INSERT INTO water.crew (id, name, sorting, example) VALUES (:id, :name, :sorting, :example)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", id.value())
                        .param("name", name)
                        .param("sorting", sorting)
                        .param("example", example)
                        .update()
                == 1;
    }

    public void setActive(CrewId id, boolean active) {
        jdbc.sql("UPDATE water.crew SET active = :active WHERE id = :id")
                .param("id", id.value())
                .param("active", active)
                .update();
    }

    public void setWeekday(CrewId id, DayOfWeek day, int capacity) {
        jdbc.sql("""
                INSERT INTO water.crew_weekday (crew_id, weekday, capacity) VALUES (:id, :day, :capacity)
                ON CONFLICT (crew_id, weekday) DO UPDATE SET capacity = :capacity
                """)
                .param("id", id.value())
                .param("day", day.getValue())
                .param("capacity", capacity)
                .update();
    }

    public void clearWeekday(CrewId id, DayOfWeek day) {
        jdbc.sql("DELETE FROM water.crew_weekday WHERE crew_id = :id AND weekday = :day")
                .param("id", id.value())
                .param("day", day.getValue())
                .update();
    }

    public void setException(CrewDay day, int capacity, String reason) {
        jdbc.sql("""
                INSERT INTO water.crew_exception (crew_id, day, capacity, reason)
                VALUES (:id, :day, :capacity, :reason)
                ON CONFLICT (crew_id, day) DO UPDATE SET capacity = :capacity, reason = :reason
                """)
                .param("id", day.crew().value())
                .param("day", day.day())
                .param("capacity", capacity)
                .param("reason", reason)
                .update();
    }

    public void clearException(CrewDay day) {
        jdbc.sql("DELETE FROM water.crew_exception WHERE crew_id = :id AND day = :day")
                .param("id", day.crew().value())
                .param("day", day.day())
                .update();
    }
}
