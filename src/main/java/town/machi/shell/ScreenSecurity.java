package town.machi.shell;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/// What every chain of Spring Security has in common: forms protected by a cookie and a hidden field
/// (no session needed), failures left to our own pages, headers left to the outermost filter.
@Component
public class ScreenSecurity {

    /// Furnishes a chain; the caller adds its paths, its authorisation and its sign-in.
    public HttpSecurity furnish(HttpSecurity http) {
        return http.headers(headers -> headers.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .exceptionHandling(handling -> handling.accessDeniedHandler(deny()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable());
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    private static AccessDeniedHandler deny() {
        return (request, response, denied) -> {
            request.setAttribute("jakarta.servlet.error.exception", denied);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        };
    }
}
