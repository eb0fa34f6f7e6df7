package town.machi.shelter.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.CannotCreateTransactionException;

@DisplayName("同時に来たものを、まとめて書く")
@Timeout(30)
class TogetherTests {

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsAtWork = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void home() {
        people.shutdownNow();
    }

    /// The first one holds the pen until the others stand in the line.
    private List<Future<String>> askAll(Together<Integer, String> together, int others) throws Exception {
        List<Future<String>> all = new ArrayList<>();
        all.add(people.submit(() -> together.ask(0)));
        firstIsAtWork.await();
        CountDownLatch coming = new CountDownLatch(others);
        IntStream.rangeClosed(1, others)
                .forEach(each -> all.add(people.submit(() -> {
                    coming.countDown();
                    return together.ask(each);
                })));
        coming.await();
        Thread.sleep(50);
        goOn.countDown();
        return all;
    }

    private List<String> writeAllButSeven(List<Integer> group) {
        if (group.contains(7)) {
            throw new IllegalStateException("7 cannot be written");
        }
        return act(group);
    }

    private List<String> act(List<Integer> group) {
        groups.add(group);
        if (group.contains(0)) {
            firstIsAtWork.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return group.stream().map(each -> "did " + each).toList();
    }

    @Test
    @DisplayName("書いている間に来た二十人は、一度で書かれる")
    void thoseWhoWaitAreDoneInOneGo() throws Exception {
        var together = new Together<>(100, _ -> 1, this::act);
        List<Future<String>> all = askAll(together, 20);
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).get()).isEqualTo("did " + i);
        }
        assertThat(groups).hasSize(2);
        assertThat(groups.getLast()).hasSize(20);
    }

    @Test
    @DisplayName("書けない一人がいても、ほかの人は書かれる。書けない人には、わけが返る")
    void oneThatFailsFailsAlone() throws Exception {
        var together = new Together<>(100, _ -> 1, this::writeAllButSeven);
        List<Future<String>> all = askAll(together, 10);
        for (int i = 0; i < all.size(); i++) {
            Future<String> each = all.get(i);
            if (i == 7) {
                assertThatThrownBy(each::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseMessage("7 cannot be written");
            } else {
                assertThat(each.get()).isEqualTo("did " + i);
            }
        }
    }

    @Test
    @DisplayName("データベースがないときは、一人ずつ待たずに、みなすぐに知る")
    void withoutADatabaseNobodyTriesAgain() throws Exception {
        var tries = new AtomicInteger();
        var together = new Together<Integer, String>(100, _ -> 1, group -> {
            if (group.contains(0)) {
                return act(group);
            }
            tries.incrementAndGet();
            throw new CannotCreateTransactionException("no database");
        });
        List<Future<String>> all = askAll(together, 10);
        assertThat(all.removeFirst().get()).isEqualTo("did 0");
        all.forEach(each -> assertThatThrownBy(each::get).hasRootCauseMessage("no database"));
        assertThat(tries).hasValue(1);
    }

    @Test
    @DisplayName("一度に書く量には限りがあり、大きすぎる一件も書かれる")
    void aGroupIsBoundedAndTheLargestIsDone() throws Exception {
        var together = new Together<>(10, each -> each == 5 ? 50 : 4, this::act);
        for (Future<String> each : askAll(together, 6)) {
            assertThat(each.get()).startsWith("did");
        }
        assertThat(groups).allSatisfy(group -> assertThat(group.size() <= 2).isTrue());
        assertThat(groups).contains(List.of(5));
    }

    @Test
    @DisplayName("一万回、十六人が押しかけても、だれも待ち続けず、どれもちょうど一度書かれる")
    void nobodyIsForgottenAndNothingIsDoneTwice() throws Exception {
        var done = new AtomicInteger();
        var together = new Together<Integer, Integer>(8, _ -> 1, group -> {
            done.addAndGet(group.size());
            return group;
        });
        List<Future<Integer>> wrong = new ArrayList<>();
        for (int person = 0; person < 16; person++) {
            wrong.add(people.submit(() -> {
                int mine = 0;
                for (int i = 0; i < 625; i++) {
                    mine += together.ask(i) == i ? 0 : 1;
                }
                return mine;
            }));
        }
        for (Future<Integer> each : wrong) {
            assertThat(each.get(20, TimeUnit.SECONDS)).isZero();
        }
        assertThat(done).hasValue(10_000);
    }
}
