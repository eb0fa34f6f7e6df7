package town.machi.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Sends requests and keeps how long each took.
final class Load {

    private Load() {}

    /// What one connection does again and again.
    interface Act {
        /// @param turn counts over all connections, so that each request can differ
        /// @return the status
        int once(Wire wire, int turn) throws IOException;
    }

    /// @param nanos of each answered request, sorted
    /// @param failed answers other than 2xx and 3xx
    record Outcome(long[] nanos, int failed, double seconds) {

        double perSecond() {
            return nanos.length / seconds;
        }

        double milliseconds(double quantile) {
            if (nanos.length == 0) {
                return Double.NaN;
            }
            return nanos[Math.min(nanos.length - 1, (int) (quantile * nanos.length))] / 1e6;
        }
    }

    /// As fast as it goes: each connection sends the next request when the last was answered.
    static Outcome saturate(String host, int port, int connections, Duration during, Act act) throws Exception {
        AtomicInteger turns = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + during.toNanos();
        return run(host, port, connections, act, begin, () -> {
            long now = System.nanoTime();
            return now >= end ? null : new Turn(turns.getAndIncrement(), now);
        });
    }

    /// At a steady rate, whatever the answers do: latency counts from when a request was due, so that a stall is seen
    /// by all that waited behind it.
    static Outcome steady(String host, int port, int connections, int perSecond, Duration during, Act act)
            throws Exception {
        AtomicInteger turns = new AtomicInteger();
        long begin = System.nanoTime() + 50_000_000;
        int total = (int) (perSecond * during.toMillis() / 1000);
        return run(host, port, connections, act, begin, () -> {
            int turn = turns.getAndIncrement();
            if (turn >= total) {
                return null;
            }
            long due = begin + turn * 1_000_000_000L / perSecond;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(wait);
            }
            return new Turn(turn, due);
        });
    }

    private record Turn(int number, long due) {}

    private interface Turns {
        @org.jspecify.annotations.Nullable Turn next();
    }

    private static Outcome run(String host, int port, int connections, Act act, long begin, Turns turns)
            throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<long[]> all = new ArrayList<>();
        AtomicInteger failed = new AtomicInteger();
        AtomicLong last = new AtomicLong(begin);
        for (int i = 0; i < connections; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                long[] nanos = work(host, port, act, turns, failed);
                last.accumulateAndGet(System.nanoTime(), Math::max);
                synchronized (all) {
                    all.add(nanos);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long[] merged = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Outcome(merged, failed.get(), (last.get() - begin) / 1e9);
    }

    private static long[] work(String host, int port, Act act, Turns turns, AtomicInteger failed) {
        long[] nanos = new long[1024];
        int count = 0;
        try (Wire wire = new Wire(host, port)) {
            for (Turn turn = turns.next(); turn != null; turn = turns.next()) {
                int status = act.once(wire, turn.number());
                if (status < 200 || status >= 400) {
                    failed.incrementAndGet();
                    continue;
                }
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = System.nanoTime() - turn.due();
            }
        } catch (IOException broken) {
            failed.incrementAndGet();
        }
        return Arrays.copyOf(nanos, count);
    }
}
