package town.machi.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import town.machi.shell.web.ErrorPage.Entry;
import town.machi.shell.web.ErrorPage.KeptForm;

/// Keeps what somebody typed over an error, so that one button sends it again. Never secrets, never
/// files, and never what another site sent.
final class KeptForms {

    /// A password, a passcode, the code of a second factor; a postcode is none.
    private static final Pattern SECRET = Pattern.compile("pass(word|code)|secret|token|\\b(code|otp|pin)\\b");
    private static final Set<Integer> WORTH_REPEATING = Set.of(403, 429, 500, 503);
    private static final int MOST_FIELDS = 1_000;

    private KeptForms() {}

    static KeptForm of(HttpServletRequest request, int status) {
        if (!WORTH_REPEATING.contains(status) || !isOurForm(request)) {
            return KeptForm.NONE;
        }
        var entries = new ArrayList<Entry>();
        for (var field : request.getParameterMap().entrySet()) {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("_csrf") || name.equals(Languages.PARAMETER)) {
                continue;
            }
            if (SECRET.matcher(name).find() || entries.size() + field.getValue().length > MOST_FIELDS) {
                return KeptForm.NONE;
            }
            for (var value : field.getValue()) {
                entries.add(new Entry(field.getKey(), value));
            }
        }
        return new KeptForm(request.getRequestURI(), List.copyOf(entries));
    }

    private static boolean isOurForm(HttpServletRequest request) {
        var type = request.getContentType();
        var site = request.getHeader("Sec-Fetch-Site");
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && List.of("same-origin").contains(site == null ? "same-origin" : site);
    }
}
