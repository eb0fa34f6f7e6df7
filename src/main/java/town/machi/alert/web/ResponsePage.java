package town.machi.alert.web;

import java.util.List;
import java.util.UUID;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.MapModel;

/// What residents tell, as the 対策本部 sees it.
///
/// @param opened since when the 本部 is open; empty: it is not
/// @param helping how many 助けが必要 nobody has taken
/// @param closed whether the list shows what is over
record ResponsePage(
        String opened,
        boolean mayOpen,
        int helping,
        int waiting,
        boolean closed,
        List<Line> lines,
        MapModel map,
        List<Tally> tallies,
        UUID onceId)
        implements Template {

    record Line(
            String href,
            Chip kind,
            Chip state,
            String what,
            String district,
            String when,
            String last,
            String takenBy,
            boolean located) {}

    /// Answers under one message, by district.
    record Tally(String title, String href, List<Row> rows) {}

    record Row(String district, int received, int safe, int help) {}
}
