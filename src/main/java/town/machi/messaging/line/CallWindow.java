package town.machi.messaging.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Room for calls, so that LINE never counts more than its limit in any second, however long they are on their way.
///
/// LINE counts a call somewhere between its leaving and its answer. So a call takes room from the moment it leaves
/// until
/// a second after its answer, and whatever LINE's second is, no more fit into it. Bounds one node; what LINE never
/// answered is taken as counted when the caller gives it up.
final class CallWindow {

    /// The two clocks need not run alike.
    private static final Duration MARGIN = Duration.ofMillis(5);

    private static final long SOON_NANOS = 1_000_000L;

    private final int limit;
    private final long spanNanos;
    private final LongSupplier nanoTime;
    private final ArrayDeque<Long> answered = new ArrayDeque<>();
    private int onTheWay;

    /// @param nanoTime `System::nanoTime`, or a test's
    CallWindow(int limit, Duration span, LongSupplier nanoTime) {
        this.limit = limit;
        this.spanNanos = span.plus(MARGIN).toNanos();
        this.nanoTime = nanoTime;
    }

    /// Takes room for one call, if there is any.
    ///
    /// @return 0 when it was taken; else the nanoseconds after which to ask again
    synchronized long leave() {
        long now = nanoTime.getAsLong();
        while (!answered.isEmpty() && now - answered.peekFirst() >= spanNanos) {
            answered.pollFirst();
        }
        if (onTheWay + answered.size() < limit) {
            onTheWay++;
            return 0;
        }
        return answered.isEmpty() ? SOON_NANOS : Math.max(1, answered.peekFirst() + spanNanos - now);
    }

    /// Waits until there is room for one call, and takes it.
    void awaitRoom() {
        for (long left = leave(); left > 0; left = leave()) {
            LockSupport.parkNanos(left);
        }
    }

    /// The call was answered, or given up.
    synchronized void answered() {
        onTheWay--;
        answered.addLast(nanoTime.getAsLong());
    }
}
