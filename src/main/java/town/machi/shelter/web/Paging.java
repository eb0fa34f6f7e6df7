package town.machi.shelter.web;

import java.util.List;
import town.machi.shell.component.Pager;

/// Fifty of many.
///
/// @param rows those to show
record Paging<T>(List<T> rows, Pager pager) {

    private static final int ROWS = 50;

    /// @param page counted from 1; one that is not there shows the nearest
    /// @param href the page's address up to its number
    static <T> Paging<T> of(List<T> all, int page, String href) {
        int last = Math.max(1, (all.size() + ROWS - 1) / ROWS);
        int at = Math.clamp(page, 1, last);
        int from = (at - 1) * ROWS;
        int to = Math.min(all.size(), from + ROWS);
        var pager = new Pager(
                all.size(),
                all.isEmpty() ? 0 : from + 1,
                to,
                at > 1 ? href + (at - 1) : null,
                at < last ? href + (at + 1) : null);
        return new Paging<>(all.subList(from, to), pager);
    }
}
