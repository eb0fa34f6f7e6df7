package town.machi.water;

import java.time.LocalDate;

/// A crew on a day.
public record CrewDay(CrewId crew, LocalDate day) {}
