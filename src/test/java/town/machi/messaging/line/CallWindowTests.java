package town.machi.messaging.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("毎秒の上限を守る窓")
class CallWindowTests {

    private static final int LIMIT = 50;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int CALLS = 400;

    @Property(tries = 200)
    @Label("道のりがどう延び縮みしても、相手の数える一秒は上限を超えない")
    void neverOverTheLimit(@ForAll Random random, @ForAll @IntRange(min = 1, max = 2_000) int slowestMillis) {
        List<Long> counted = new Way(random, slowestMillis).sendAll();
        assertThat(counted).hasSize(CALLS);
        assertThat(mostInOneSecond(counted)).isLessThanOrEqualTo(LIMIT);
    }

    @Example
    @Label("すぐ答えが来るなら、上限の九割五分より多く出る")
    void fastEnough() {
        List<Long> counted = new Way(new Random(1), 20).sendAll();
        double seconds = (double) counted.getLast() / SECOND;
        assertThat((CALLS - LIMIT) / seconds).isGreaterThan(0.95 * LIMIT);
    }

    private static int mostInOneSecond(List<Long> counted) {
        ArrayDeque<Long> second = new ArrayDeque<>();
        int most = 0;
        for (long call : counted) {
            second.addLast(call);
            while (call - second.getFirst() >= SECOND) {
                second.removeFirst();
            }
            most = Math.max(most, second.size());
        }
        return most;
    }

    /// Calls leave as fast as the window lets them; each is counted at a random moment between its leaving and its
    /// answer. The clock is the test's.
    private static final class Way {

        private final Random random;
        private final int slowestMillis;
        private final AtomicLong now = new AtomicLong();
        private final CallWindow window = new CallWindow(LIMIT, Duration.ofSeconds(1), now::get);
        private final PriorityQueue<Long> answers = new PriorityQueue<>();

        Way(Random random, int slowestMillis) {
            this.random = random;
            this.slowestMillis = slowestMillis;
        }

        /// @return when each was counted, in order
        List<Long> sendAll() {
            List<Long> counted = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                for (long wait = window.leave(); wait > 0; wait = window.leave()) {
                    goOn(now.get() + wait);
                }
                long way = 1 + (long) (random.nextDouble() * slowestMillis * 1_000_000);
                counted.add(now.get() + (long) (random.nextDouble() * way));
                answers.add(now.get() + way);
            }
            counted.sort(null);
            return counted;
        }

        private void goOn(long until) {
            while (!answers.isEmpty() && answers.peek() <= until) {
                now.set(answers.poll());
                window.answered();
            }
            now.set(until);
        }
    }
}
