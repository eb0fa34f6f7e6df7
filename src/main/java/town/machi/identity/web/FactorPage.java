package town.machi.identity.web;

import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;
import town.machi.shell.Template;

/// Behind a one-time link, second: the authenticator app.
///
/// @param key the app's secret in groups, for who types it by hand
record FactorPage(
        String secret, String title, String key, @Nullable Refusal why) implements Template {

    @Override
    public int status() {
        return why == null ? 200 : 422;
    }
}
