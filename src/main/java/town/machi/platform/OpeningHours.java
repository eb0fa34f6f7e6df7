package town.machi.platform;

import java.time.LocalTime;

/// When the hall is open on its open days.
public record OpeningHours(LocalTime opens, LocalTime closes) {}
