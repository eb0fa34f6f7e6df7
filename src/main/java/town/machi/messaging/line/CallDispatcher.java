package town.machi.messaging.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import town.machi.messaging.jdbc.CallRows;
import town.machi.messaging.jdbc.ClaimedCall;

/// Makes the calls of bulks, many at once. Any number of nodes may do it; each call is held by one of them.
///
/// A node that dies in a call leaves a row that is called again, with the same key, when its hold is over: LINE does
/// the same key once.
@Component
class CallDispatcher {

    static final int AT_ONCE = 32;

    /// Source: LINE Developers, rate limits of multicast.
    static final int LIMIT_PER_SECOND = 200;

    private final Clock clock;
    private final CallRows rows;
    private final LineGateway gateway;
    private final LineConnection connection;
    private final CallWindow window = new CallWindow(LIMIT_PER_SECOND, Duration.ofSeconds(1), System::nanoTime);

    CallDispatcher(Clock clock, CallRows rows, LineGateway gateway, LineConnection connection) {
        this.clock = clock;
        this.rows = rows;
        this.gateway = gateway;
        this.connection = connection;
    }

    /// Until nothing is due.
    void callAllDue() {
        boolean more = gateway.hasAccount();
        while (more) {
            Instant now = clock.instant();
            List<ClaimedCall> claimed = rows.claim(now, now.plus(connection.patience()), AT_ONCE);
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            claimed.forEach(call -> calls.add(make(call)));
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
            more = claimed.size() == AT_ONCE;
        }
    }

    private CompletableFuture<Void> make(ClaimedCall call) {
        if (LineBackOff.isHopeless(call.firstTriedAt(), clock.instant())) {
            rows.settle(call, "failed", "given-up", clock.instant());
            return CompletableFuture.completedFuture(null);
        }
        if (call.users().isEmpty()) {
            rows.settle(call, "accepted", "all-gone", clock.instant());
            return CompletableFuture.completedFuture(null);
        }
        window.awaitRoom();
        return gateway.multicast(call.retryKey(), call.users(), call.messages(), call.silent())
                .whenComplete((_, _) -> window.answered())
                .thenAccept(answer -> mark(call, answer));
    }

    private void mark(ClaimedCall call, LineAnswer answer) {
        switch (answer) {
            case LineAnswer.Accepted(String word) -> rows.settle(call, "accepted", word, clock.instant());
            case LineAnswer.Refused(String word) -> rows.settle(call, "failed", word, clock.instant());
            case LineAnswer.Busy(String word, Optional<Duration> pause) -> postpone(call, word, pause);
            case LineAnswer.Unknown(String word) -> postpone(call, word, Optional.empty());
        }
    }

    private void postpone(ClaimedCall call, String word, Optional<Duration> wait) {
        rows.postpone(call, word, LineBackOff.nextTry(clock.instant(), call.tries(), wait));
    }
}
