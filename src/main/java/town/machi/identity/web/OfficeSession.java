package town.machi.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import town.machi.identity.Account;
import town.machi.identity.OfficeIdle;
import town.machi.identity.StaffAuthentication;

/// What the session holds: before the sign-in one half-done step, after it the person.
@Component
class OfficeSession {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final OfficeIdle idle;
    private final Clock clock;

    OfficeSession(OfficeIdle idle, Clock clock) {
        this.idle = idle;
        this.clock = clock;
    }

    /// Begins the person's session under a new number; nothing of what was there before stays.
    void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        request.getSession(true).setMaxInactiveInterval((int) idle.duration().toSeconds());
        write(account, clock.instant(), request, response);
    }

    /// The same session with what has changed about the person.
    void refresh(Account account, Instant since, HttpServletRequest request, HttpServletResponse response) {
        write(account, since, request, response);
    }

    void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /// Keeps a half-done step, under a new session number.
    void keep(Object step, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            session = request.getSession(true);
            session.setMaxInactiveInterval((int) OfficeIdle.HALF_DONE.toSeconds());
        } else {
            request.changeSessionId();
        }
        session.setAttribute(step.getClass().getName(), step);
    }

    <T> Optional<T> find(Class<T> step, HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(session.getAttribute(step.getName()))
                        .filter(step::isInstance)
                        .map(step::cast);
    }

    /// Finds a half-done step and takes it out: it is good for one try.
    <T> Optional<T> take(Class<T> step, HttpServletRequest request) {
        var found = find(step, request);
        found.ifPresent(_ -> drop(step, request));
        return found;
    }

    void drop(Class<?> step, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(step.getName());
        }
    }

    private void write(Account account, Instant since, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new StaffAuthentication(account, since));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
