package town.machi.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.identity.IdentityProblem;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.shell.CurrentActor;

/// Who is not signed in goes to the sign-in and then on to where they wanted to be; who may not is told so,
/// and the auditor learns of it.
@Component
class Turnstile implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AuditTrail audit;
    private final CurrentActor current;

    Turnstile(AuditTrail audit, CurrentActor current) {
        this.audit = audit;
        this.current = current;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            throw new ProblemException(IdentityProblem.SIGN_IN_NEEDED);
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw new ProblemException(IdentityProblem.SIGNED_OUT);
        }
        var signIn = "/office/sign-in?next=" + URLEncoder.encode(pathOf(request), StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", signIn);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (current.get() instanceof Actor.Staff staff) {
            audit.record(AuditEntry.refused(staff, "-", whatOf(request), reasonOf(denied)));
        }
        request.setAttribute("jakarta.servlet.error.exception", denied);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /// The path, without what the audit must not hold.
    private static String whatOf(HttpServletRequest request) {
        var what = request.getMethod() + " " + request.getRequestURI().replaceAll("[^A-Za-z0-9./_-]", "*");
        return what.substring(0, Math.min(what.length(), 300));
    }

    private static String reasonOf(AccessDeniedException denied) {
        return denied instanceof CsrfException ? "form-expired" : "not-your-role";
    }

    private static String pathOf(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
