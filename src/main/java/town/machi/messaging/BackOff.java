package town.machi.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When to try again, and when to give up.
final class BackOff {

    /// Longer than a batch can take with all its time-outs, so that nobody else takes up what is still being sent.
    static final Duration HOLD = Duration.ofMinutes(10);

    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3));

    private BackOff() {}

    /// @param tries how often it was tried, from 1
    static Instant nextTry(Instant now, int tries) {
        return now.plus(PAUSES.get(Math.min(Math.max(tries, 1), PAUSES.size()) - 1));
    }

    static boolean isHopeless(Instant createdAt, Instant now) {
        return createdAt.plus(GIVE_UP_AFTER).isBefore(now);
    }
}
