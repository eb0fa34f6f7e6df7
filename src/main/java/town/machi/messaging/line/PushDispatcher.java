package town.machi.messaging.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import town.machi.messaging.jdbc.ClaimedPush;
import town.machi.messaging.jdbc.PushRows;
import town.machi.messaging.jdbc.PushRows.Outcome;

/// Sends what goes to single friends: evenly at 1,900 a second, shared by all nodes, and never so that LINE counts more
/// than its 2,000 in a second.
///
/// An answer to what was just heard goes as a reply while its token lives. A token works once, so that a repeat does no
/// harm: refused at a repeat, it was taken before. Refused at the first try, it is too old, and the answer is pushed.
@Component
class PushDispatcher {

    /// Source: LINE Developers, rate limits.
    static final int LIMIT_PER_SECOND = 2_000;

    /// 95 % of it.
    static final int PER_SECOND = 1_900;

    static final int AT_ONCE = 500;

    private static final LineAnswer INVALID_TOKEN = new LineAnswer.Refused("400");

    private final Clock clock;
    private final PushRows rows;
    private final LineGateway gateway;
    private final LineConnection connection;
    private final Semaphore inFlight = new Semaphore(LineConnection.MOST_CALLS_AT_ONCE);
    private final CallWindow window = new CallWindow(LIMIT_PER_SECOND, Duration.ofSeconds(1), System::nanoTime);
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    PushDispatcher(Clock clock, PushRows rows, LineGateway gateway, LineConnection connection) {
        this.clock = clock;
        this.rows = rows;
        this.gateway = gateway;
        this.connection = connection;
    }

    /// Claimed pushes, and when the first of them may leave.
    ///
    /// @param from `System.nanoTime()`
    private record Batch(List<ClaimedPush> pushes, long from) {}

    /// Until nothing is due, or LINE asks to wait. While one batch leaves, the next is already claimed, so that the
    /// pace is kept.
    void pushAllDue() {
        Round round = new Round();
        Batch batch = gateway.hasAccount() ? claim() : new Batch(List.of(), 0);
        while (!batch.pushes().isEmpty() && !round.stopped) {
            CompletableFuture<Batch> next = CompletableFuture.supplyAsync(this::claim, Thread::startVirtualThread);
            round.send(batch);
            batch = next.join();
            if (batch.pushes().isEmpty() && !round.stopped) {
                waitForAll();
                batch = claim();
            }
        }
        round.giveBack(batch);
        waitForAll();
        markWhatCame();
    }

    private Batch claim() {
        markWhatCame();
        Instant now = clock.instant();
        List<ClaimedPush> pushes =
                rows.claim(now, now.plus(connection.patience().multipliedBy(2)), AT_ONCE);
        long wait = pushes.isEmpty() ? 0 : rows.reserve(pushes.size(), PER_SECOND);
        return new Batch(pushes, System.nanoTime() + wait);
    }

    private void waitForAll() {
        inFlight.acquireUninterruptibly(LineConnection.MOST_CALLS_AT_ONCE);
        inFlight.release(LineConnection.MOST_CALLS_AT_ONCE);
    }

    private void markWhatCame() {
        List<Outcome> came = new ArrayList<>();
        for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            came.add(outcome);
        }
        if (!came.isEmpty()) {
            rows.mark(came, clock.instant());
        }
    }

    /// From the first claim to the last answer.
    private final class Round {

        private volatile boolean stopped;

        /// What was claimed and is not tried now.
        void giveBack(Batch batch) {
            batch.pushes().forEach(push -> outcomes.add(waiting(push, "waits", Optional.empty(), true)));
        }

        void send(Batch batch) {
            PushPace pace = new PushPace(window, batch.from(), PER_SECOND);
            for (ClaimedPush push : batch.pushes()) {
                if (stopped) {
                    outcomes.add(waiting(push, "waits", Optional.empty(), true));
                } else {
                    inFlight.acquireUninterruptibly();
                    pace.await();
                    attempt(push).whenComplete((outcome, failure) -> {
                        window.answered();
                        outcomes.add(failure == null ? outcome : failed(push, "malformed"));
                        inFlight.release();
                    });
                }
            }
        }

        private CompletableFuture<Outcome> attempt(ClaimedPush push) {
            try {
                return call(push);
            } catch (RuntimeException e) {
                return CompletableFuture.completedFuture(failed(push, "malformed"));
            }
        }

        private CompletableFuture<Outcome> call(ClaimedPush push) {
            if (LineBackOff.isHopeless(push.firstTriedAt(), clock.instant())) {
                return CompletableFuture.completedFuture(failed(push, "given-up"));
            }
            if (push.user() == null) {
                return CompletableFuture.completedFuture(failed(push, "gone"));
            }
            if (canReply(push)) {
                return reply(push);
            }
            return plainPush(push);
        }

        private boolean canReply(ClaimedPush push) {
            return push.replyToken() != null
                    && push.replyUntil() != null
                    && clock.instant().isBefore(push.replyUntil());
        }

        private CompletableFuture<Outcome> reply(ClaimedPush push) {
            return gateway.reply(Objects.requireNonNull(push.replyToken()), push.messages(), push.silent())
                    .thenCompose(answer -> afterReply(push, answer));
        }

        private CompletableFuture<Outcome> afterReply(ClaimedPush push, LineAnswer answer) {
            if (!answer.equals(INVALID_TOKEN)) {
                return CompletableFuture.completedFuture(outcome(push, answer));
            }
            return push.tries() > 1
                    ? CompletableFuture.completedFuture(outcome(push, new LineAnswer.Accepted("200")))
                    : plainPush(push);
        }

        private CompletableFuture<Outcome> plainPush(ClaimedPush push) {
            return gateway.push(push.id(), Objects.requireNonNull(push.user()), push.messages(), push.silent())
                    .thenApply(answer -> outcome(push, answer));
        }

        private Outcome outcome(ClaimedPush push, LineAnswer answer) {
            return switch (answer) {
                case LineAnswer.Accepted(String word) -> new Outcome(push.id(), "sent", word, clock.instant(), false);
                case LineAnswer.Refused(String word) -> failed(push, word);
                case LineAnswer.Busy busy -> {
                    stopped = true;
                    yield waiting(push, busy.word(), busy.pause(), false);
                }
                case LineAnswer.Unknown unknown -> {
                    stopped = true;
                    yield waiting(push, unknown.word(), Optional.empty(), false);
                }
            };
        }
    }

    private Outcome failed(ClaimedPush push, String word) {
        return new Outcome(push.id(), "failed", word, clock.instant(), false);
    }

    private Outcome waiting(ClaimedPush push, String word, Optional<Duration> wait, boolean untried) {
        return new Outcome(
                push.id(), "waiting", word, LineBackOff.nextTry(clock.instant(), push.tries(), wait), untried);
    }
}
