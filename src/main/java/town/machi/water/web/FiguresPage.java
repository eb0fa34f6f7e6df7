package town.machi.water.web;

import java.util.List;
import town.machi.shell.Template;

/// The year in figures.
///
/// @param point what the chart says, in a sentence
record FiguresPage(String point, List<Row> rows) implements Template {

    /// @param startsHeight of the bar, 0 to 100
    /// @param online a share in percent, or ―
    /// @param days on average, or ―
    record Row(
            String month,
            int starts,
            int stops,
            int startsHeight,
            int stopsHeight,
            String online,
            String days,
            int inVain) {}
}
