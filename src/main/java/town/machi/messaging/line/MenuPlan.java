package town.machi.messaging.line;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.RichMenuArea;
import com.linecorp.bot.messaging.model.RichMenuBounds;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.RichMenuSize;
import java.util.ArrayList;
import java.util.List;
import town.machi.kernel.Language;
import town.machi.messaging.MenuMode;
import town.machi.messaging.QuickReply;

/// How the rich menu is divided: three cells in a row, in LINE's measures.
///
/// @param language of the large words
record MenuPlan(MenuMode mode, Language language, String bar, List<Cell> cells) {

    static final int WIDTH = 1_200;
    static final int ROW_HEIGHT = 405;
    static final int COLUMNS = 3;
    static final int MOST_CELLS = 6;
    static final String NAME_BEGINS = "machi-";

    /// @param small the same under it: in English, and under English words in Japanese
    record Cell(QuickReply reply, String small) {}

    /// How the account's own list of menus names it: `machi-disaster-en`.
    String name() {
        return NAME_BEGINS + mode.code() + "-" + language.code();
    }

    /// LINE wants a menu at least 1.45 times as wide as high: two rows of these are 1.48.
    int height() {
        return ROW_HEIGHT * rows();
    }

    int rows() {
        return (cells.size() + COLUMNS - 1) / COLUMNS;
    }

    /// Cells of the last row share its width.
    int columnsOf(int row) {
        return row < rows() - 1 || cells.size() % COLUMNS == 0 ? COLUMNS : cells.size() % COLUMNS;
    }

    /// Left edge and width of a cell, in pixels.
    int[] edges(int cell) {
        int columns = columnsOf(cell / COLUMNS);
        int column = cell % COLUMNS;
        int left = WIDTH * column / columns;
        return new int[] {left, WIDTH * (column + 1) / columns - left};
    }

    /// What tells this menu from another.
    String fingerprint() {
        StringBuilder text = new StringBuilder(name() + "\n" + bar);
        cells.forEach(cell -> text.append('\n').append(cell));
        return UserHash.of(text.toString());
    }

    RichMenuRequest request() {
        List<RichMenuArea> areas = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            int[] edges = edges(i);
            long top = (long) ROW_HEIGHT * (i / COLUMNS);
            var bounds = new RichMenuBounds((long) edges[0], top, (long) edges[1], (long) ROW_HEIGHT);
            Action action = LineGateway.action(cells.get(i).reply());
            areas.add(new RichMenuArea(bounds, action));
        }
        var size = new RichMenuSize((long) WIDTH, (long) height());
        return new RichMenuRequest(size, true, name(), bar, areas);
    }
}
