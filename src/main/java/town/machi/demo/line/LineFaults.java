package town.machi.demo.line;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Faults on demand: each is used up by one call to its endpoint, in the order in which they were asked for.
public final class LineFaults {

    public sealed interface Fault {

        /// The call is done, and its answer lost: the connection ends.
        record LostAnswer() implements Fault {}

        /// The call is lost before anything is done.
        record LostCall() implements Fault {}

        /// Nothing is done.
        record Broken(int status) implements Fault {}

        /// Nothing is done; LINE asks to wait.
        record TooMany(Duration retryAfter) implements Fault {}

        /// Done, and answered only after that time.
        record Late(Duration by) implements Fault {}

        /// Nothing is done, and nothing answered for that time.
        record Silent(Duration time) implements Fault {}

        /// As always.
        record None() implements Fault {}
    }

    private final Map<Endpoint, Queue<Fault>> asked = new EnumMap<>(Endpoint.class);
    private volatile Duration latency = Duration.ZERO;

    LineFaults() {
        for (Endpoint endpoint : Endpoint.values()) {
            asked.put(endpoint, new ConcurrentLinkedQueue<>());
        }
    }

    public void next(Endpoint endpoint, Fault... faults) {
        queue(endpoint).addAll(java.util.List.of(faults));
    }

    /// How long every answer takes.
    public void latency(Duration each) {
        latency = each;
    }

    public Duration latency() {
        return latency;
    }

    public void clear() {
        asked.values().forEach(Queue::clear);
        latency = Duration.ZERO;
    }

    Fault take(Endpoint endpoint) {
        return Optional.ofNullable(queue(endpoint).poll()).orElse(new Fault.None());
    }

    private Queue<Fault> queue(Endpoint endpoint) {
        return java.util.Objects.requireNonNull(asked.get(endpoint));
    }
}
