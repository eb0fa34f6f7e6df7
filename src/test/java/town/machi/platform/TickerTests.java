package town.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("くり返す仕事")
class TickerTests {

    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(1);

    @Test
    @DisplayName("失敗しても止まらず、呼ばれればすぐに次を始め、止めれば終わる")
    void goesOnAfterAFailure() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger rounds = new AtomicInteger();
        Ticker ticker = new Ticker("test", NEVER_BY_ITSELF, () -> {
            if (rounds.incrementAndGet() == 1) {
                failed.countDown();
                throw new IllegalStateException("the first time");
            }
            done.countDown();
        });
        ticker.start();
        assertThat(failed.await(1, TimeUnit.MINUTES)).isTrue();
        ticker.wake();
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        ticker.stop();
        assertThat(ticker.isRunning()).isFalse();
        int before = rounds.get();
        ticker.wake();
        assertThat(rounds.get()).isEqualTo(before);
    }

    @Test
    @DisplayName("仕事の途中に呼ばれたことは、忘れない")
    void doesNotMissACall() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch twice = new CountDownLatch(2);
        Ticker ticker = new Ticker("test", NEVER_BY_ITSELF, () -> {
            begun.countDown();
            await(mayEnd);
            twice.countDown();
        });
        ticker.start();
        begun.await();
        ticker.wake();
        ticker.wake();
        mayEnd.countDown();
        assertThat(twice.await(1, TimeUnit.MINUTES)).isTrue();
        ticker.stop();
    }

    @Test
    @DisplayName("間がゼロなら、自分では動かない")
    void zeroNeverRuns() {
        Ticker ticker = new Ticker("test", Duration.ZERO, () -> {
            throw new AssertionError();
        });
        ticker.start();
        assertThat(ticker.isRunning()).isFalse();
        ticker.stop();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
