package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shelter.Disaster;
import town.machi.shelter.report.Forms;
import town.machi.shelter.report.MealTimes;

/// The portions of the next meals, until when changes count, and what changed after.
///
/// @param now portions by the list as it stands
/// @param doubts where the last roll call saw fewer than the list has, a sentence for each shelter
/// @param setting the cut-offs as the town wrote them; null: 未設定
/// @param unreadable meals whose time cannot be read in the setting
/// @param open those for which changes still count, the next first
/// @param closed those that are ordered, the last first
record MealsPage(
        Disaster disaster,
        int now,
        Forms.Table table,
        List<String> doubts,
        @Nullable String setting,
        List<String> unreadable,
        List<MealTimes.Round> open,
        List<Ordered> closed)
        implements Template {

    /// A meal whose cut-off has passed.
    ///
    /// @param changes what is different now, a sentence for each shelter
    record Ordered(MealTimes.Round round, int portions, List<String> changes, int more) {}

    String path() {
        return "/office/shelters/reports/" + disaster.id();
    }

    /// The table at that time.
    String at(Instant time, String ending) {
        return path() + "/meals." + ending + "?at=" + TimeBox.text(time);
    }
}
