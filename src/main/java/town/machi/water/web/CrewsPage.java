package town.machi.water.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// Crews, what they can do, and how full the next days are.
///
/// @param sentence what went wrong or was done; null: nothing
record CrewsPage(
        List<CrewRow> crews,
        List<DayRow> days,
        List<ExceptionRow> exceptions,
        boolean set,
        @Nullable String sentence,
        UUID onceId)
        implements Template {

    /// @param boxes one for each weekday, Monday first
    record CrewRow(String id, String name, boolean active, boolean example, List<Box> boxes, UUID onceId) {}

    /// @param value empty: 未設定
    record Box(String name, String label, String value) {}

    record DayRow(String day, int taken, int capacity, String word) {}

    record ExceptionRow(String crewId, String crew, String day, String iso, int capacity, String reason, UUID onceId) {}
}
