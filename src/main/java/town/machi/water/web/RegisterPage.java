package town.machi.water.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Choice;
import town.machi.shell.component.MapModel;
import town.machi.shell.component.Pager;

/// The register of supply points.
///
/// @param map the same points on the map; null: the list is shown
record RegisterPage(
        String words,
        List<Choice> standings,
        List<Row> rows,
        Pager pager,
        @Nullable MapModel map,
        Links links) implements Template {

    /// @param otherView the list's or the map's address
    /// @param export without the ending: `…/export.`
    record Links(String otherView, String exportCsv, String exportXlsx) {}

    record Row(String href, String number, String place, Chip standing, String user, String meter, String customer) {}
}
