package town.machi.shelter.web;

import java.util.List;
import java.util.UUID;
import town.machi.shell.Template;
import town.machi.shelter.report.StockCount;

/// Where staff of a shelter write what they counted.
///
/// @param at as it was typed; empty: now
/// @param last what was written last, newest first
record StockPage(
        OpeningPage.Head head, List<Row> rows, String at, List<String> faults, List<StockCount.Told> last, UUID onceId)
        implements Template {

    /// @param now what is known of it; empty: a thing that is written in for the first time
    /// @param onHand as it was typed
    /// @param needed as it was typed
    record Row(String item, String unit, String now, String onHand, String needed) {

        static final Row EMPTY = new Row("", "", "", "", "");

        boolean isNew() {
            return now.isEmpty();
        }
    }
}
