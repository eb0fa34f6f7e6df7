package town.machi.demo.line;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;

/// How many calls each endpoint has had in its last second or hour.
final class LineLimits {

    private final Map<Endpoint, ArrayDeque<Long>> calls = new EnumMap<>(Endpoint.class);

    /// @return false when it is one too many
    synchronized boolean take(Endpoint endpoint) {
        ArrayDeque<Long> taken = calls.computeIfAbsent(endpoint, _ -> new ArrayDeque<>());
        long now = System.nanoTime();
        long from = now - endpoint.per().toNanos();
        while (!taken.isEmpty() && taken.peekFirst() <= from) {
            taken.pollFirst();
        }
        if (taken.size() >= endpoint.calls()) {
            return false;
        }
        taken.addLast(now);
        return true;
    }

    synchronized void forget() {
        calls.clear();
    }
}
