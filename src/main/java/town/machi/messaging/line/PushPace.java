package town.machi.messaging.line;

import java.util.concurrent.locks.LockSupport;

/// Lets pushes leave evenly: what was late is caught up by at most a twentieth of a second's worth, so that no second
/// holds more than the limit.
final class PushPace {

    private static final long LONGEST_CATCH_UP_NANOS = 50_000_000L;

    private final long stepNanos;
    private long next;

    /// @param next `System.nanoTime()` at which the first may leave
    PushPace(long next, int perSecond) {
        this.next = next;
        this.stepNanos = 1_000_000_000L / perSecond;
    }

    /// Waits for the next one's moment.
    void await() {
        long now = System.nanoTime();
        next = Math.max(next, now - LONGEST_CATCH_UP_NANOS);
        for (long left = next - now; left > 0; left = next - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        next += stepNanos;
    }
}
