package town.machi.shelter.inquiry;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Every answer takes the same time, so that nobody can hear from a pause what is not said.
@Component
class SameTime {

    private final Duration time;
    private final LongSupplier nanos;
    private final Waiting waiting;

    /// How to wait.
    interface Waiting {
        void wait(Duration left) throws InterruptedException;
    }

    @Autowired
    SameTime(@Value("${machi.shelter.inquiry-time:400ms}") Duration time) {
        this(time, System::nanoTime, Thread::sleep);
    }

    SameTime(Duration time, LongSupplier nanos, Waiting waiting) {
        this.time = time;
        this.nanos = nanos;
        this.waiting = waiting;
    }

    /// Does it, and lets the rest of the time go by.
    <T> T in(Supplier<T> act) {
        long start = nanos.getAsLong();
        T done = act.get();
        Duration left = time.minusNanos(nanos.getAsLong() - start);
        if (left.isPositive()) {
            try {
                waiting.wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return done;
    }
}
