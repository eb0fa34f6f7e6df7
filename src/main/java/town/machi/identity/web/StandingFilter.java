package town.machi.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import town.machi.identity.Account;
import town.machi.identity.StaffAuthentication;
import town.machi.identity.jdbc.StaffRows;

/// Looks at each request of a running session: is the person still active, are the roles still the same, has the
/// day been long enough? One look by primary key; what an administrator changed counts from the next click on
/// every node.
@Component
class StandingFilter extends OncePerRequestFilter {

    /// A session ends after this long, however busy it is.
    static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final StaffRows staff;
    private final OfficeSession sessions;
    private final Clock clock;

    StandingFilter(StaffRows staff, OfficeSession sessions, Clock clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication signedIn) {
            check(signedIn, request, response);
        }
        chain.doFilter(request, response);
    }

    private void check(StaffAuthentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        var id = signedIn.getPrincipal().staffId();
        var revision = staff.findActiveRevision(id);
        if (revision.isEmpty() || signedIn.since().plus(LONGEST_SESSION).isBefore(clock.instant())) {
            sessions.end(request);
        } else if (revision.getAsLong() != signedIn.revision()) {
            staff.find(id)
                    .filter(Account::isActive)
                    .ifPresentOrElse(
                            account -> sessions.refresh(account, signedIn.since(), request, response),
                            () -> sessions.end(request));
        }
    }

    /// It belongs to the office's chain alone, not to every request.
    @Configuration(proxyBeanMethods = false)
    static class NotForAll {

        @Bean
        FilterRegistrationBean<StandingFilter> standingFilterStaysInItsChain(StandingFilter filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
