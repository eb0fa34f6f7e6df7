package town.machi.shelter.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Refusal;
import town.machi.shelter.Arrivals.Outcome;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.desk.Appending.Job;
import town.machi.shelter.jdbc.LogRows;
import town.machi.shelter.jdbc.LogRows.Incoming;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.vacancy.Board;

/// Writes batches into the log, all in one transaction: the events, who is where, the audit.
@Component
class Writing {

    private final LogRows events;
    private final OpeningRows openings;
    private final Register register;
    private final Telling telling;
    private final TransactionOperations transaction;
    private final Clock clock;

    Writing(
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

    /// What came of one job: its events that can be counted somewhere, by id, and the others.
    private record Sorted(Job job, Map<UUID, Incoming> incoming, List<Outcome.Refused> refused) {}

    void hold() {
        events.lock();
    }

    /// @return the outcome of each job, in their order
    List<Outcome> write(List<Job> jobs) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            events.lock();
            return writeLocked(jobs);
        }));
    }

    private List<Outcome> writeLocked(List<Job> jobs) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<UUID> named = jobs.stream()
                .flatMap(job -> job.batch().events().stream())
                .map(ShelterEvent::opening)
                .collect(Collectors.toSet());
        Map<UUID, OpeningRows.Span> spans = openings.spans(named);
        List<Sorted> sorted = jobs.stream().map(job -> sort(job, spans, now)).toList();
        Map<UUID, Incoming> all = new LinkedHashMap<>();
        sorted.forEach(each -> each.incoming().forEach(all::putIfAbsent));
        Set<UUID> fresh = all.isEmpty() ? Set.of() : append(List.copyOf(all.values()), now);
        openings.confirm(spans.keySet(), now);
        telling.board().change();
        return outcomes(sorted, fresh);
    }

    /// @return the ids that are new
    private Set<UUID> append(List<Incoming> incoming, Instant now) {
        LogRows.Added added = events.append(incoming, now);
        if (!added.events().isEmpty()) {
            register.recompute(added);
        }
        return added.events().stream().map(ShelterEvent::id).collect(Collectors.toSet());
    }

    private Sorted sort(Job job, Map<UUID, OpeningRows.Span> spans, Instant now) {
        Map<UUID, Incoming> incoming = new LinkedHashMap<>();
        List<Outcome.Refused> refused = new ArrayList<>();
        for (ShelterEvent event : job.batch().events()) {
            OpeningRows.Span span = spans.get(event.opening());
            if (span == null) {
                refused.add(new Outcome.Refused(event.id(), Refusal.of("shelter.event.no-such-opening")));
            } else {
                Instant at = RightTime.of(event, job.batch(), now);
                UUID counts = openings.countsIn(span, at);
                incoming.putIfAbsent(
                        event.id(), new Incoming(event.moved(at, counts), event.opening(), event.at(), job.actor()));
            }
        }
        return new Sorted(job, incoming, refused);
    }

    /// An event that two jobs brought was new to the first.
    private List<Outcome> outcomes(List<Sorted> sorted, Set<UUID> fresh) {
        Set<UUID> left = new HashSet<>(fresh);
        List<Outcome> outcomes = new ArrayList<>();
        List<AuditTrail.Done> deeds = new ArrayList<>();
        for (Sorted each : sorted) {
            Set<UUID> accepted =
                    each.incoming().keySet().stream().filter(left::remove).collect(Collectors.toSet());
            Set<UUID> repeated = new HashSet<>(each.incoming().keySet());
            repeated.removeAll(accepted);
            if (!accepted.isEmpty()) {
                deeds.add(deed(each.job(), accepted.size()));
            }
            outcomes.add(new Outcome(accepted, repeated, each.refused()));
        }
        telling.audit().recordAll(deeds);
        return outcomes;
    }

    /// As the one who sent it, whoever writes.
    private static AuditTrail.Done deed(Job job, int count) {
        AuditEntry entry = AuditEntry.done(
                job.actor(), AuditAction.WRITE, "shelter.desk:" + job.batch().desk(), "events:" + count);
        return new AuditTrail.Done(entry, job.request());
    }
}
