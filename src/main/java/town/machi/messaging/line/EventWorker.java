package town.machi.messaging.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.messaging.jdbc.LineEventRows;

/// Does what LINE told, one event in one transaction: an event that fails leaves nothing, and its turn comes again.
@Component
class EventWorker {

    private static final Logger log = LoggerFactory.getLogger(EventWorker.class);
    private static final int MOST_TRIES = 8;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final LineEventRows rows;
    private final Switchboard switchboard;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final LineBell bell;

    EventWorker(
            LineEventRows rows,
            Switchboard switchboard,
            TransactionOperations transaction,
            Clock clock,
            LineBell bell) {
        this.rows = rows;
        this.switchboard = switchboard;
        this.transaction = transaction;
        this.clock = clock;
        this.bell = bell;
    }

    /// Until nothing is due.
    void doAllDue() {
        boolean any = false;
        while (doNext()) {
            any = true;
        }
        if (any) {
            bell.ring();
        }
    }

    /// @return whether there was one
    private boolean doNext() {
        AtomicReference<LineEventRows.Waiting> current = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<LineEventRows.Waiting> next = rows.lockNext(clock.instant());
                next.ifPresent(event -> {
                    current.set(event);
                    handle(event);
                });
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            LineEventRows.Waiting failed = current.get();
            if (failed == null) {
                throw e;
            }
            again(failed, e);
            return true;
        }
    }

    private void handle(LineEventRows.Waiting event) {
        String result = switchboard.handle(event.id(), IncomingReader.read(event.body()), event.picture());
        String state = result.startsWith("ignored:") ? "ignored" : "done";
        rows.settle(event.id(), state, result, clock.instant());
    }

    private void again(LineEventRows.Waiting event, RuntimeException failure) {
        Instant now = clock.instant();
        UUID id = event.id();
        if (event.tries() + 1 >= MOST_TRIES) {
            log.warn("A LINE event ({}) could not be done: {}", id, failure.toString());
            rows.settle(id, "failed", failure.getClass().getSimpleName(), now);
        } else {
            log.info("A LINE event ({}) failed and is tried again: {}", id, failure.toString());
            rows.postpone(id, now.plus(PAUSES.get(Math.min(event.tries(), PAUSES.size() - 1))));
        }
    }
}
