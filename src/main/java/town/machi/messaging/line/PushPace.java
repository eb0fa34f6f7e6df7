package town.machi.messaging.line;

import java.util.concurrent.locks.LockSupport;

/// Lets calls leave evenly, and only where the window has room. What was late is caught up; the window alone keeps that
/// below the limit.
final class PushPace {

    private static final long LONGEST_CATCH_UP_NANOS = 500_000_000L;

    private final CallWindow window;
    private final long stepNanos;
    private long next;

    /// @param next `System.nanoTime()` at which the first may leave
    PushPace(CallWindow window, long next, int perSecond) {
        this.window = window;
        this.next = next;
        this.stepNanos = 1_000_000_000L / perSecond;
    }

    /// Waits for the next one's moment and takes its room.
    void await() {
        next = Math.max(next, System.nanoTime() - LONGEST_CATCH_UP_NANOS);
        for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        window.awaitRoom();
        next += stepNanos;
    }
}
