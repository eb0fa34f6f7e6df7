package town.machi.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.LinkRows;
import town.machi.identity.jdbc.SignInRows;
import town.machi.identity.jdbc.TryRows;
import town.machi.platform.Jobs;

/// Every night: links long over, failed tries long forgotten, sign-ins older than half a year.
@Component
class Tidying {

    static final String JOB = "identity.tidy";
    static final Duration SIGN_INS_KEPT = Duration.ofDays(180);
    static final Duration LINKS_KEPT = Duration.ofDays(30);

    private final LinkRows links;
    private final TryRows tries;
    private final SignInRows signIns;
    private final Clock clock;

    Tidying(LinkRows links, TryRows tries, SignInRows signIns, Clock clock, Jobs jobs) {
        this.links = links;
        this.tries = tries;
        this.signIns = signIns;
        this.clock = clock;
        jobs.everyNight(JOB, this::tidy);
    }

    private void tidy() {
        var now = clock.instant();
        links.deleteExpired(now.minus(LINKS_KEPT));
        tries.deleteOlderThan(now.minus(FailedTries.FORGOTTEN_AFTER));
        signIns.deleteOlderThan(now.minus(SIGN_INS_KEPT));
    }
}
