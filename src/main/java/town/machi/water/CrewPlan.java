package town.machi.water;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import town.machi.kernel.BusinessCalendar;

/// What the crews can do on which day. Pure.
///
/// An exception counts before everything, so that a crew may work on a Saturday; without one nobody drives out while
/// the hall is closed.
///
/// @param crews those that are active
public record CrewPlan(
        BusinessCalendar calendar, List<Crew> crews, Map<CrewDay, Integer> exceptions, Map<CrewDay, Integer> taken) {

    public CrewPlan {
        crews = List.copyOf(crews);
        exceptions = Map.copyOf(exceptions);
        taken = Map.copyOf(taken);
    }

    static CrewPlan of(
            BusinessCalendar calendar, List<Crew> crews, List<CrewException> exceptions, Map<CrewDay, Integer> taken) {
        return new CrewPlan(
                calendar,
                crews.stream().filter(Crew::active).toList(),
                exceptions.stream().collect(Collectors.toMap(CrewException::day, CrewException::capacity)),
                taken);
    }

    /// Whether the town has said what its crews can do. If not, every open day is as good as another.
    public boolean isSet() {
        return crews.stream().anyMatch(crew -> !crew.weekdays().isEmpty());
    }

    /// Jobs that the crew can do on that day, taken or not.
    public int capacity(Crew crew, LocalDate day) {
        Integer exception = exceptions.get(new CrewDay(crew.id(), day));
        if (exception != null) {
            return exception;
        }
        return calendar.isOpen(day) ? crew.weekdays().getOrDefault(day.getDayOfWeek(), 0) : 0;
    }

    /// Places that are left on that day, over all crews.
    public int room(LocalDate day) {
        return crews.stream()
                .mapToInt(crew -> Math.max(0, capacity(crew, day) - taken.getOrDefault(new CrewDay(crew.id(), day), 0)))
                .sum();
    }

    /// Whether somebody can come on that day.
    public boolean canServe(LocalDate day) {
        return isSet() ? room(day) > 0 : calendar.isOpen(day);
    }

    /// Days on which somebody can come, earliest first.
    public List<LocalDate> days(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? List.of()
                : from.datesUntil(to.plusDays(1)).filter(this::canServe).toList();
    }

    public Optional<Crew> find(CrewId id) {
        return crews.stream().filter(crew -> crew.id().equals(id)).findFirst();
    }
}
