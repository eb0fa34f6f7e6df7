package town.machi.casework.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;

/// 廃棄の保留: what is held, and why.
///
/// @param may whether whoever looks may put one
/// @param refused why not; null: nothing was refused
record HoldsPage(
        List<Line> living,
        List<Line> lifted,
        boolean may,
        List<Choice> procedures,
        List<Choice> grounds,
        Typed typed,
        @Nullable String said,
        @Nullable String refused)
        implements Template {

    /// @param lift where it is lifted; null: not by whoever looks
    record Line(
            String what,
            String ground,
            String words,
            String put,
            String lifted,
            @Nullable String lift) {}

    record Typed(String receipt, String person, String words, UUID onceId) {}

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
