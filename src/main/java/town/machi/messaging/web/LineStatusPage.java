package town.machi.messaging.web;

import java.util.List;
import java.util.stream.Stream;
import town.machi.shell.Template;
import town.machi.shell.component.SummaryRow;

/// How the town's LINE account stands.
///
/// @param connected false: no account is set
/// @param warning empty: none
record LineStatusPage(boolean connected, String warning, List<SummaryRow> facts, List<Row> districts)
        implements Template {

    /// Where there is somebody; those who have not said where, first.
    List<Row> here() {
        return Stream.concat(
                        districts.stream().limit(1), districts.stream().skip(1).filter(row -> row.heads() > 0))
                .toList();
    }

    List<String> nobody() {
        return districts.stream()
                .skip(1)
                .filter(row -> row.heads() == 0)
                .map(Row::district)
                .toList();
    }

    record Row(String district, int heads) {}
}
