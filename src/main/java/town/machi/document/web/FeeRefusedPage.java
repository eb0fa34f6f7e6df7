package town.machi.document.web;

import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// Why nothing was written down about a fee, and what was typed, to mend and send again.
///
/// @param words null where nothing was to be typed
record FeeRefusedPage(String sentence, @Nullable FeeWords words, String back) implements Template {

    @Override
    public int status() {
        return 422;
    }
}
