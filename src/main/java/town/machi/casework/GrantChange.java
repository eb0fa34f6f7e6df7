package town.machi.casework;

import java.time.LocalDate;
import town.machi.kernel.Yen;

/// The last 変更交付決定 of a case.
///
/// @param former what had been decided before it
/// @param on its day
public record GrantChange(Yen former, LocalDate on) {}
