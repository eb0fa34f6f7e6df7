package town.machi.procedure.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;

/// 手続台帳: every procedure of the town, and how much of it is online.
///
/// @param point what the figures say, in one sentence
/// @param query for the CSV of what is shown
/// @param mayImport whether this person may replace the list
/// @param said what just happened; null: nothing
record ListingPage(
        String words,
        List<Choice> states,
        List<List<String>> rows,
        String point,
        List<Share> shares,
        String query,
        boolean mayImport,
        @Nullable String said)
        implements Template {

    /// @param of all that can be online
    record Share(String section, int online, int of, String percent) {}
}
