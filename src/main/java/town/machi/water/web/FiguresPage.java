package town.machi.water.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.ColumnChart;

/// The year in figures.
///
/// @param point what the chart says, in a sentence
record FiguresPage(String point, List<Row> rows) implements Template {

    ColumnChart chart() {
        return new ColumnChart(
                "月ごとの開栓と閉栓の件数。",
                "開栓",
                "閉栓",
                rows.stream()
                        .map(row ->
                                new ColumnChart.Group(row.month().replaceFirst("^.*年", ""), row.starts(), row.stops()))
                        .toList());
    }

    /// @param online a share in percent, or ―
    /// @param days on average, or ―
    record Row(String month, int starts, int stops, String online, String days, int inVain) {}
}
