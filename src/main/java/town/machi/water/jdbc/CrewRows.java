package town.machi.water.jdbc;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.water.Crew;
import town.machi.water.CrewDay;
import town.machi.water.CrewException;
import town.machi.water.CrewId;

/// Crews, what they can do, and who holds their places.
@Component
public class CrewRows {

    private final JdbcClient jdbc;

    CrewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Crew> listCrews() {
        Map<UUID, Map<DayOfWeek, Integer>> weekdays = new HashMap<>();
        jdbc.sql("SELECT crew_id, weekday, capacity FROM water.crew_weekday")
                .query((row, number) -> weekdays.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashMap<>())
                        .put(DayOfWeek.of(row.getInt(2)), row.getInt(3)))
                .list();
        return jdbc.sql("SELECT id, name, active, example FROM water.crew ORDER BY sorting, name")
                .query((row, number) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Crew(
                            new CrewId(id),
                            row.getString(2),
                            row.getBoolean(3),
                            weekdays.getOrDefault(id, Map.of()),
                            row.getBoolean(4));
                })
                .list();
    }

    public List<CrewException> listExceptions(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT crew_id, day, capacity, reason FROM water.crew_exception
                        WHERE day BETWEEN :from AND :to ORDER BY day, crew_id
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new CrewException(
                        crewDay(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                        row.getInt(3),
                        row.getString(4)))
                .list();
    }

    /// How many places are taken, for days of which some are.
    public Map<CrewDay, Integer> countTaken(LocalDate from, LocalDate to) {
        return jdbc
                .sql("SELECT crew_id, day, taken FROM water.crew_day WHERE day BETWEEN :from AND :to AND taken > 0")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Map.entry(
                        crewDay(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)), row.getInt(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Makes sure that the crew's day stands there, as large as it is now; what is taken stays taken.
    public void ensure(CrewDay day, int capacity) {
        jdbc.sql("""
                INSERT INTO water.crew_day AS had (crew_id, day, capacity) VALUES (:crew, :day, :capacity)
                ON CONFLICT (crew_id, day) DO UPDATE SET capacity = greatest(:capacity, had.taken)
                    WHERE had.capacity <> greatest(:capacity, had.taken)
                """)
                .param("crew", day.crew().value())
                .param("day", day.day())
                .param("capacity", capacity)
                .update();
    }

    /// Locks the crew's day with most room among these; whoever wants the last place too waits here.
    public Optional<CrewId> lockRoomiest(LocalDate day, Collection<CrewId> crews) {
        return jdbc.sql("""
                        SELECT crew_id FROM water.crew_day
                        WHERE day = :day AND crew_id = ANY (:crews) AND taken < capacity
                        ORDER BY capacity - taken DESC, crew_id LIMIT 1 FOR UPDATE
                        """)
                .param("day", day)
                .param("crews", crews.stream().map(CrewId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .optional()
                .map(CrewId::new);
    }

    /// @return false where the holder has a place already
    public boolean insertSlot(UUID holder, CrewDay day, Instant at) {
        return jdbc.sql("""
                        INSERT INTO water.slot (holder, crew_id, day, at) VALUES (:holder, :crew, :day, :at)
                        ON CONFLICT (holder) DO NOTHING
                        """)
                        .param("holder", holder)
                        .param("crew", day.crew().value())
                        .param("day", day.day())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void moveSlot(UUID holder, CrewDay day) {
        jdbc.sql("UPDATE water.slot SET crew_id = :crew, day = :day WHERE holder = :holder")
                .param("holder", holder)
                .param("crew", day.crew().value())
                .param("day", day.day())
                .update();
    }

    public boolean deleteSlot(UUID holder) {
        return jdbc.sql("DELETE FROM water.slot WHERE holder = :holder")
                        .param("holder", holder)
                        .update()
                == 1;
    }

    public Optional<CrewDay> findSlot(UUID holder) {
        return jdbc.sql("SELECT crew_id, day FROM water.slot WHERE holder = :holder")
                .param("holder", holder)
                .query((row, number) -> crewDay(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
                .optional();
    }

    private static CrewDay crewDay(UUID crew, LocalDate day) {
        return new CrewDay(new CrewId(crew), day);
    }
}
