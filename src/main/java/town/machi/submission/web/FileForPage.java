package town.machi.submission.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;

/// The office files for somebody who telephones, comes, or brings paper.
///
/// @param wrong what has to be chosen; null: nothing
record FileForPage(
        Field procedure,
        List<Choice> procedures,
        Field channel,
        List<Choice> channels,
        @Nullable String wrong) implements Template {

    @Override
    public int status() {
        return wrong == null ? 200 : 422;
    }
}
