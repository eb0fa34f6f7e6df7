package town.machi.identity.web;

import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;
import town.machi.shell.Template;

/// The second step: six digits of the app, or a recovery code.
///
/// @param why the last try's answer; null at first
/// @param recovery whether it was about a recovery code
record CodePage(String next, @Nullable Refusal why, boolean recovery) implements Template {

    @Override
    public int status() {
        return why == null ? 200 : 422;
    }
}
