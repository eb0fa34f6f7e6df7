package town.machi.shelter.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.shelter.Arrivals.Batch;
import town.machi.shelter.Arrivals.Outcome;
import town.machi.shelter.Happening;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.jdbc.LogRows;
import town.machi.shelter.jdbc.LogRows.Incoming;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.vacancy.Board;

/// Takes batches of events into the log.
///
/// A clock that is wrong: the difference between the desk's clock and ours when it sends is added to the times
/// that the
/// desk's own clock gave. A time that somebody typed from paper stays as it was typed. No event is later than
/// now.
@Component
public class Appending {

    /// Clocks that differ by less are right enough, and a slow line is no wrong clock.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final LogRows events;
    private final OpeningRows openings;
    private final Register register;
    private final Telling telling;
    private final TransactionOperations transaction;
    private final Clock clock;

    Appending(
            LogRows events,
            OpeningRows openings,
            Register register,
            Telling telling,
            TransactionOperations transaction,
            Clock clock) {
        this.events = events;
        this.openings = openings;
        this.register = register;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whom it is told to.
    @Component
    record Telling(AuditTrail audit, Board board) {}

    public Outcome append(Batch batch, Actor actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            events.lock();
            return appendLocked(batch, actor);
        }));
    }

    private Outcome appendLocked(Batch batch, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, OpeningRows.Span> spans = openings.spans(
                batch.events().stream().map(ShelterEvent::opening).collect(Collectors.toSet()));
        List<Incoming> incoming = new ArrayList<>();
        List<Outcome.Refused> refused = new ArrayList<>();
        for (ShelterEvent event : each(batch.events())) {
            OpeningRows.Span span = spans.get(event.opening());
            if (span == null) {
                refused.add(new Outcome.Refused(event.id(), Refusal.of("shelter.event.no-such-opening")));
            } else {
                Instant at = righted(event, batch, now);
                UUID counts = openings.countsIn(span, at);
                incoming.add(new Incoming(event.moved(at, counts), event.opening(), event.at(), actor));
            }
        }
        Set<UUID> fresh = incoming.isEmpty() ? Set.of() : events.append(incoming, now);
        List<ShelterEvent> added = incoming.stream()
                .map(Incoming::event)
                .filter(event -> fresh.contains(event.id()))
                .toList();
        if (!added.isEmpty()) {
            register.recompute(added);
            telling.audit()
                    .record(AuditEntry.done(
                            actor, AuditAction.WRITE, "shelter.desk:" + batch.desk(), "events:" + added.size()));
        }
        openings.confirm(spans.keySet(), now);
        telling.board().change();
        Set<UUID> repeated = new HashSet<>();
        incoming.stream()
                .map(each -> each.event().id())
                .filter(id -> !fresh.contains(id))
                .forEach(repeated::add);
        return new Outcome(fresh, repeated, refused, events.newest());
    }

    /// Each once, should a batch hold it twice.
    private static Collection<ShelterEvent> each(List<ShelterEvent> events) {
        Map<UUID, ShelterEvent> each = new LinkedHashMap<>();
        events.forEach(event -> each.putIfAbsent(event.id(), event));
        return each.values();
    }

    private static Instant righted(ShelterEvent event, Batch batch, Instant now) {
        Duration difference = Duration.between(batch.sentAt(), now);
        boolean own = event.desk().equals(batch.desk());
        boolean wrong = difference.abs().compareTo(CLOCKS_DIFFER) > 0;
        Instant at = own && wrong && !isTyped(event) ? event.at().plus(difference) : event.at();
        return Optional.of(at.truncatedTo(ChronoUnit.MICROS))
                .filter(time -> time.isBefore(now))
                .orElse(now);
    }

    private static boolean isTyped(ShelterEvent event) {
        return event.what() instanceof Happening.Arrived arrived
                && (arrived.way() == Happening.Way.PAPER || arrived.way() == Happening.Way.OFFICE);
    }
}
