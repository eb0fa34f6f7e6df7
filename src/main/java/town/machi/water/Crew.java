package town.machi.water;

import java.time.DayOfWeek;
import java.util.Map;

/// A crew and what it can do on an ordinary day.
///
/// @param weekdays jobs by weekday; a weekday that is absent: 未設定, no jobs
/// @param example whether it is only the demo's sample (例)
public record Crew(CrewId id, String name, boolean active, Map<DayOfWeek, Integer> weekdays, boolean example) {

    public Crew {
        weekdays = Map.copyOf(weekdays);
    }
}
