package town.machi.messaging.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When to call LINE again, and when to give up. News of a disaster do not wait for minutes: the pauses
/// begin short and stay below a minute, unless LINE asks for more.
final class LineBackOff {

    /// LINE knows a retry key for 24 hours; after that the same call would be a second one.
    static final Duration KEY_LIVES = Duration.ofHours(23);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30));

    private LineBackOff() {}

    /// @param tries how often it was tried, from 1
    /// @param asked how long LINE asked to wait
    static Instant nextTry(Instant now, int tries, Optional<Duration> asked) {
        Duration own = PAUSES.get(Math.min(Math.max(tries, 1), PAUSES.size()) - 1);
        return now.plus(asked.filter(wait -> wait.compareTo(own) > 0).orElse(own));
    }

    static boolean isHopeless(@Nullable Instant firstTriedAt, Instant now) {
        return firstTriedAt != null && firstTriedAt.plus(KEY_LIVES).isBefore(now);
    }
}
