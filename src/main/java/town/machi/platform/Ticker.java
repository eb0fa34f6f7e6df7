package town.machi.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// A piece of work that every node does again and again on a thread of its own, from start to stop. For work whose
/// turn the database decides (an advisory lock, `SKIP LOCKED`); what only one node should do at a time of day is a job
/// for `Jobs`.
///
/// Make it a bean: it starts and stops with the program. A failure is told once and tried again after the pause.
public final class Ticker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Ticker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean wanted;
    private @Nullable Thread thread;
    private boolean failing;

    /// @param pause between the end of one round and the next; zero means that it never runs by itself
    public Ticker(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /// The next round begins at once; what was already asked for is not asked for twice.
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null && !pause.isZero()) {
            wanted = true;
            thread = Thread.ofPlatform().name(name).daemon().start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        wanted = false;
        wake();
        Thread running = thread;
        if (running != null) {
            join(running);
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (wanted) {
            round();
            try {
                if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void round() {
        try {
            work.run();
            if (failing) {
                log.info("{} works again", name);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && wanted) {
                log.warn("{} failed and tries again: {}", name, e.toString());
                log.debug("{} failed", name, e);
            }
            failing = true;
        }
    }

    private static void join(Thread running) {
        try {
            if (!running.join(PATIENCE)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
