package town.machi.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How often an account was tried in vain, and how long it rests now. Four slips are free; from the
/// fifth on the wait doubles each time, from one minute to an hour. A day of peace forgets it all.
///
/// @param count tries since the last success
/// @param last when the last one was
public record FailedTries(int count, Instant last) {

    static final int FREE = 4;
    static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    static FailedTries none() {
        return new FailedTries(0, Instant.EPOCH);
    }

    /// Until when nothing is tried, right or wrong.
    Optional<Instant> lockedUntil(Instant now) {
        var until = last.plus(waitAfter(count));
        return until.isAfter(now) ? Optional.of(until) : Optional.empty();
    }

    /// One more try, counted before it is looked at, so that a thousand at the same moment gain nothing.
    FailedTries begin(Instant now) {
        var kept = last.plus(FORGOTTEN_AFTER).isAfter(now) ? count : 0;
        return new FailedTries(kept + 1, now);
    }

    /// The try was right, with a second one to come: what was counted for it is taken back, and the rest is over.
    FailedTries takeBack() {
        return new FailedTries(Math.max(0, count - 1), last.minus(waitAfter(count)));
    }

    static Duration waitAfter(int count) {
        if (count <= FREE) {
            return Duration.ZERO;
        }
        var doublings = Math.min(count - FREE - 1, 10);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
