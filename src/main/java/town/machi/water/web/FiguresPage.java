package town.machi.water.web;

import java.util.List;
import town.machi.shell.Template;

/// The year in figures.
///
/// @param point what the chart says, in a sentence
record FiguresPage(String point, List<Row> rows) implements Template {

    private static final int HALF_A_YEAR = 6;

    /// Side by side on a desk, one below the other on a phone, where a whole year would be too small to read.
    List<List<Row>> halves() {
        return List.of(rows.subList(0, HALF_A_YEAR), rows.subList(HALF_A_YEAR, rows.size()));
    }

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
