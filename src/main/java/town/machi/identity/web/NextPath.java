package town.machi.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where somebody wanted to go when the sign-in came between: a page of the office, never another site.
final class NextPath {

    static final String HOME = "/office";

    private NextPath() {}

    static String of(@Nullable String asked) {
        if (asked == null || !asked.matches("/office(?:[/?][\\x21-\\x5b\\x5d-\\x7e]*)?") || asked.length() > 500) {
            return HOME;
        }
        return asked.startsWith("/office/sign-") || asked.startsWith("/office/welcome/") ? HOME : asked;
    }

    /// The page with its way onwards.
    static String with(String page, String next) {
        return next.equals(HOME) ? page : page + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
