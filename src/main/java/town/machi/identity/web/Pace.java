package town.machi.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;
import town.machi.kernel.ProblemException;
import town.machi.platform.RateLimits;
import town.machi.shell.ShellProblem;

/// How many sign-in steps one network address may take. The whole town hall stands behind one address at half
/// past eight, so there is room for all of it; accounts have their own, narrower limit.
@Component
class Pace {

    private static final int STEPS = 200;
    private static final Duration PER = Duration.ofMinutes(5);

    private final RateLimits limits;

    Pace(RateLimits limits) {
        this.limits = limits;
    }

    /// @throws ProblemException too many requests
    void check(HttpServletRequest request) {
        if (!limits.tryTake("identity.sign-in", request.getRemoteAddr(), STEPS, PER)) {
            throw new ProblemException(ShellProblem.TOO_MANY);
        }
    }
}
