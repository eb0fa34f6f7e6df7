package town.machi.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import town.machi.messaging.jdbc.Claimed;
import town.machi.messaging.jdbc.OutgoingRows;

/// Sends what waits: claims a few rows, commits that, sends, marks each as its answer comes. Any number of nodes may do
/// it at once; each row is held by one of them.
///
/// A node that dies between sending and marking leaves a row that is sent again when its hold is over; the second mail
/// has the same Message-ID. Nothing is ever lost.
@Component
class Dispatcher {

    static final int BATCH = 20;

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final Clock clock;
    private final OutgoingRows rows;
    private final MailCarrier carrier;
    private boolean toldThatNobodyCarries;

    Dispatcher(Clock clock, OutgoingRows rows, MailCarrier carrier) {
        this.clock = clock;
        this.rows = rows;
        this.carrier = carrier;
    }

    /// Until nothing is due, or nobody takes it.
    void sendAllDue() {
        boolean more = true;
        while (more && carries()) {
            List<Claimed> claimed = rows.claim(clock.instant(), clock.instant().plus(BackOff.HOLD), BATCH);
            more = sendBatch(claimed) && claimed.size() == BATCH;
        }
    }

    private boolean carries() {
        boolean carries = carrier.hasServer();
        if (!carries && !toldThatNobodyCarries && rows.countWaiting() > 0) {
            log.warn("Mail is waiting, and no mail server is set. Set MACHI_SMTP_HOST.");
            toldThatNobodyCarries = true;
        }
        return carries;
    }

    /// @return whether it is worth going on
    private boolean sendBatch(List<Claimed> batch) {
        if (batch.isEmpty()) {
            return false;
        }
        long begun = System.nanoTime();
        try (MailCarrier.Round round = carrier.open()) {
            for (int i = 0; i < batch.size(); i++) {
                boolean late =
                        System.nanoTime() - begun > BackOff.HOLD.dividedBy(2).toNanos();
                Attempt attempt = late ? new Attempt.NoConnection("too-slow") : round.send(batch.get(i));
                mark(batch.get(i), attempt);
                if (attempt instanceof Attempt.NoConnection) {
                    List<Claimed> rest = batch.subList(i + 1, batch.size());
                    rest.forEach(untried -> rows.release(untried.id(), again(untried)));
                    return false;
                }
            }
        }
        return true;
    }

    private void mark(Claimed message, Attempt attempt) {
        Instant now = clock.instant();
        switch (attempt) {
            case Attempt.Sent(String answer) -> rows.settle(message.id(), Delivery.State.SENT, answer, now);
            case Attempt.Rejected(String answer) -> rows.settle(message.id(), Delivery.State.FAILED, answer, now);
            case Attempt.Deferred(String answer) -> postpone(message, answer, now);
            case Attempt.NoConnection(String answer) -> postpone(message, answer, now);
        }
    }

    private void postpone(Claimed message, String answer, Instant now) {
        if (BackOff.isHopeless(message.createdAt(), now)) {
            rows.settle(message.id(), Delivery.State.FAILED, answer, now);
        } else {
            rows.postpone(message.id(), answer, again(message));
        }
    }

    private Instant again(Claimed message) {
        return BackOff.nextTry(clock.instant(), message.tries());
    }

    /// Takes the text and the address from what was settled before then.
    ///
    /// @return how many messages lost theirs
    int eraseSettledBefore(Duration age) {
        return rows.eraseSettledBefore(clock.instant().minus(age));
    }
}
