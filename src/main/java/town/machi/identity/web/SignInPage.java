package town.machi.identity.web;

import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;
import town.machi.shell.Template;

/// The first step: mail address and password, or a passkey.
///
/// @param next where to go afterwards
/// @param why the last try's answer; null at first
/// @param signedOut whether somebody has just left
record SignInPage(String mail, String next, @Nullable Refusal why, boolean signedOut) implements Template {

    @Override
    public int status() {
        return why == null ? 200 : 422;
    }
}
