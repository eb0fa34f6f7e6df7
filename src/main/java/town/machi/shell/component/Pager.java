package town.machi.shell.component;

import org.jspecify.annotations.Nullable;

/// Which rows of how many are shown, and the way to the others.
///
/// @param total how many there are in all
/// @param from number of the first row shown, counted from 1; 0 where there is none
/// @param to number of the last row shown
/// @param previous null: this is the first page
/// @param next null: this is the last page
public record Pager(
        long total,
        long from,
        long to,
        @Nullable String previous,
        @Nullable String next) {}
