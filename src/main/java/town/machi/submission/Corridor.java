package town.machi.submission;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import town.machi.platform.Exchange;
import town.machi.platform.Zone;
import town.machi.submission.zone.FiledLetter;
import town.machi.submission.zone.WordLetter;

/// How packages and words pass between submission and casework: handed over in the same transaction where both are in
/// one zone, and as letters where the cut runs between them.
@Component
class Corridor {

    private final Exchange exchange;
    private final ApplicationEventPublisher events;

    Corridor(Exchange exchange, ApplicationEventPublisher events) {
        this.exchange = exchange;
        this.events = events;
    }

    void pass(Filed filed) {
        if (isOutside()) {
            exchange.send(FiledLetter.of(filed));
        } else {
            events.publishEvent(filed);
        }
    }

    void pass(PartKept kept) {
        if (isOutside()) {
            exchange.send(WordLetter.of(kept));
        } else {
            events.publishEvent(kept);
        }
    }

    /// Whether casework is here, and what residents see is in the other zone.
    boolean leadsOut() {
        return exchange.zone() == Zone.INNER;
    }

    /// A word about something that was filed in the other zone.
    void tell(StatusWord word) {
        exchange.send(WordLetter.of(word));
    }

    void tellTooLate(UUID submission, Instant at) {
        exchange.send(WordLetter.tooLate(submission, at));
    }

    private boolean isOutside() {
        return exchange.zone() == Zone.PUBLIC;
    }
}
