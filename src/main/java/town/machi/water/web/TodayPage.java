package town.machi.water.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Choice;

/// A crew's day on the phone.
///
/// @param crew its name; null: nobody has chosen a crew yet
/// @param crews to choose from
/// @param next the next day on which the crew has work to do; null: none is planned
/// @param missing photos that were taken and never arrived
/// @param said what just happened; null: nothing
record TodayPage(
        @Nullable String crew,
        List<Choice> crews,
        Day day,
        @Nullable Day next,
        List<MissingPhoto> missing,
        @Nullable String said)
        implements Template {

    /// @param words 令和8年11月24日(火)
    /// @param sheetHref the day sheet as PDF; null: there is no crew
    /// @param left how many are not done
    record Day(String words, @Nullable String sheetHref, List<Stop> stops, int left) {}

    /// @param id of the order
    /// @param href its page
    record Stop(
            String id,
            int number,
            String href,
            String task,
            String place,
            String who,
            Chip state,
            @Nullable String mapHref) {}

    /// @param name what the phone called it
    record MissingPhoto(String visitId, String name, String place, String when) {}
}
