package town.machi.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import town.machi.kernel.ProblemException;
import town.machi.shell.MapTiles;

/// The outermost filter: every answer gets its security headers here, and every failure, from
/// whatever depth, becomes an answer here. It needs no database and no session, so that it stands
/// when they do not.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Doorway extends OncePerRequestFilter {

    private final FailureAnswers answers;
    private final Surfaces surfaces;
    private final String policy;

    Doorway(FailureAnswers answers, Surfaces surfaces, MapTiles tiles) {
        this.answers = answers;
        this.surfaces = surfaces;
        this.policy = contentPolicy(tiles.origin());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        writeHeaders(request, response);
        rememberLanguage(request, response);
        var refused = surfaces.refuse(decodedPath(request));
        if (refused.isPresent()) {
            answers.answer(Failure.of(new ProblemException(refused.get())), null, request, response);
            return;
        }
        var watched = new WatchedResponse(response);
        try {
            chain.doFilter(request, watched);
        } catch (Exception | StackOverflowError e) {
            if (response.isCommitted()) {
                throw e;
            }
            answers.answer(Failure.of(e), e, request, response);
            return;
        }
        if (watched.status != 0 && !response.isCommitted()) {
            var denied = (Throwable) request.getAttribute("jakarta.servlet.error.exception");
            answers.answer(denied == null ? Failure.of(watched.status) : Failure.of(denied), denied, request, response);
        }
    }

    /// As the program will understand it: `/%6Ffice` is `/office`.
    private static String decodedPath(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void rememberLanguage(HttpServletRequest request, HttpServletResponse response) {
        var asked = Languages.asked(request);
        if (asked != null) {
            var cookie = ResponseCookie.from(Languages.COOKIE, asked.code())
                    .path("/")
                    .maxAge(java.time.Duration.ofDays(365))
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader("Set-Cookie", cookie.toString());
        }
    }

    private static String contentPolicy(@Nullable String tileOrigin) {
        var pictures = "img-src 'self' data: blob:" + (tileOrigin == null ? "" : " " + tileOrigin);
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                pictures,
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "worker-src 'self'",
                "media-src 'self' blob:",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'");
    }

    /// Notices `sendError`, so that no second dispatch with its own filters is needed.
    private static final class WatchedResponse extends HttpServletResponseWrapper {

        private int status;

        WatchedResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            this.status = status;
        }

        @Override
        public void sendError(int status, @Nullable String message) {
            this.status = status;
        }
    }
}
