package town.machi.casework;

import java.util.List;
import java.util.Optional;

/// Fifty lines of a list, and where to go on.
///
/// @param number how many there are in all, counted up to [#COUNTED]
/// @param before cursor of the page before
/// @param after cursor of the next page
public record CaseList(List<CaseLine> lines, int number, Optional<String> before, Optional<String> after) {

    public static final int ROWS = 50;

    /// Beyond this nobody counts: the cost of a page grows with what it shows.
    public static final int COUNTED = 1000;

    public boolean isMoreThanCounted() {
        return number > COUNTED;
    }
}
