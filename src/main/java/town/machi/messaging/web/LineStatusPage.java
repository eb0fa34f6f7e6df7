package town.machi.messaging.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.SummaryRow;

/// How the town's LINE account stands.
///
/// @param connected false: no account is set
/// @param warning empty: none
record LineStatusPage(boolean connected, String warning, List<SummaryRow> facts, List<Row> districts)
        implements Template {

    record Row(String district, int heads) {}
}
