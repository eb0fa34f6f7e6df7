package town.machi.water.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.SummaryRow;

/// One order on the phone: what is known, and the form for what was found.
///
/// @param id of the order
/// @param facts what the crew has to know, most urgent first
/// @param last the last reading; null: none
/// @param form as typed
/// @param fault why it cannot stand so; null: nothing is wrong
/// @param over what became of it; null: it is open
record VisitPage(
        String id,
        String task,
        String place,
        List<SummaryRow> facts,
        Links links,
        Register register,
        Ask ask,
        VisitForm form,
        @Nullable String fault,
        @Nullable String over)
        implements Template {

    /// @param photo the last photo of the box; null: none
    /// @param map null: the point has no place on the map
    record Links(
            @Nullable String map,
            @Nullable String drive,
            @Nullable String photo,
            @Nullable String telephone,
            String slip) {}

    /// @param last m³; null: never read
    record Register(String meter, int calibre, @Nullable Integer last, String lastOn) {}

    /// Which questions this kind of work has.
    ///
    /// @param pilot whether the pilot has to be looked at
    /// @param exchange whether another meter is put in for sure
    record Ask(boolean opens, boolean pilot, boolean exchange, List<Choice> stories, List<Choice> results) {}

    @Override
    public int status() {
        return fault == null ? 200 : 422;
    }
}
