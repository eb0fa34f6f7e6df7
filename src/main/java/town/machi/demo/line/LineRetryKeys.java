package town.machi.demo.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The retry keys that were accepted, for 24 hours.
final class LineRetryKeys {

    private static final Duration LIFE = Duration.ofHours(24);

    private record Accepted(String requestId, Instant at) {}

    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
    private final Clock clock;

    LineRetryKeys(Clock clock) {
        this.clock = clock;
    }

    /// @return the id of the request that was accepted with this key before; empty: this one is the first
    Optional<String> accept(String key, String requestId) {
        Accepted own = new Accepted(requestId, clock.instant());
        Accepted standing = accepted.compute(key, (_, before) -> before == null || isOver(before) ? own : before);
        return standing == own ? Optional.empty() : Optional.of(standing.requestId());
    }

    private boolean isOver(Accepted before) {
        return before.at().plus(LIFE).isBefore(clock.instant());
    }
}
