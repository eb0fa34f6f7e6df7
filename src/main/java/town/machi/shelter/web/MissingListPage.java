package town.machi.shelter.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shelter.Disaster;

/// The list to call by, on paper.
///
/// @param district its name; empty: all of them
record MissingListPage(Disaster disaster, String district, List<MissingPage.Row> rows) implements Template {

    /// Where it came from.
    String back() {
        return "/office/supported/of/" + disaster.id();
    }
}
