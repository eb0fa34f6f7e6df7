package town.machi.shell.component;

import org.jspecify.annotations.Nullable;

/// The head of one column of a table.
///
/// @param numeric figures stand to the right, in line
/// @param sortHref where a click sorts by it; null: it does not sort
/// @param sorted `ascending`, `descending`, or null
public record Column(
        String label,
        boolean numeric,
        @Nullable String sortHref,
        @Nullable String sorted) {

    public static Column of(String label) {
        return new Column(label, false, null, null);
    }

    public static Column figures(String label) {
        return new Column(label, true, null, null);
    }

    public Column sortable(String href, @Nullable String direction) {
        return new Column(label, numeric, href, direction);
    }
}
