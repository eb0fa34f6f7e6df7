package town.machi.shell.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Language;

/// In which language somebody reads: `?lang=`, else the cookie, else what the browser prefers.
final class Languages {

    static final String PARAMETER = "lang";
    static final String COOKIE = "lang";

    private Languages() {}

    static Language of(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.equals("/office") || path.startsWith("/office/")) {
            return Language.JA;
        }
        var asked = asked(request);
        if (asked != null) {
            return asked;
        }
        var chosen = chosen(request);
        return chosen == null ? preferred(request) : chosen;
    }

    /// What `?lang=` says, read from the address alone: reading parameters would read a form's body.
    static @Nullable Language asked(HttpServletRequest request) {
        for (var part : queryOf(request).split("&")) {
            if (part.startsWith(PARAMETER + "=")) {
                return known(part.substring(PARAMETER.length() + 1));
            }
        }
        return null;
    }

    /// The query of a page without the language.
    static String queryWithout(HttpServletRequest request) {
        return Arrays.stream(queryOf(request).split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "="))
                .collect(Collectors.joining("&"));
    }

    private static String queryOf(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? "" : query;
    }

    private static @Nullable Language chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return known(cookie.getValue());
                }
            }
        }
        return null;
    }

    private static Language preferred(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return Language.JA;
        }
        return request.getLocale().getLanguage().equals(Locale.JAPANESE.getLanguage()) ? Language.JA : Language.EN;
    }

    private static @Nullable Language known(String code) {
        for (var language : Language.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        return null;
    }
}
