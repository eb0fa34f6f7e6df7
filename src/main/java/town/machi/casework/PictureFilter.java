package town.machi.casework;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;

/// Of what the figures are drawn.
///
/// @param sections those that are counted; empty: none
/// @param procedure empty: every one
/// @param from first month, in Tokyo
/// @param to last month, not before `from`
public record PictureFilter(Set<SectionId> sections, Optional<ProcedureName> procedure, YearMonth from, YearMonth to) {

    /// So far back a picture goes.
    public static final int MOST_MONTHS = 60;

    public PictureFilter {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("%s is before %s".formatted(to, from));
        }
    }
}
