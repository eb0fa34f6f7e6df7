package town.machi.shelter.entrance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.shelter.Arrivals;
import town.machi.shelter.desk.Together;
import town.machi.shelter.entrance.Sync.Heard;
import town.machi.shelter.entrance.Sync.Said;
import town.machi.shelter.jdbc.DeskRows;
import town.machi.shelter.jdbc.LogRows;

/// Answers the desks: those that ask at the same time get their answers out of one transaction.
@Component
class Answering {

    /// So many events an answer brings at most; the desk asks again for more.
    private static final int MOST_HEARD = 1_000;

    private static final int MOST_DESKS_AT_ONCE = 16;

    private final LogRows events;
    private final DeskRows desks;
    private final Devices devices;
    private final Circumstances circumstances;
    private final DeskPackages packages;
    private final Record record;
    private final Together<Asked, Heard> line;

    /// Whom it tells, and when.
    @Component
    record Record(TransactionOperations transaction, AuditTrail audit, Clock clock) {}

    Answering(
            LogRows events,
            DeskRows desks,
            Devices devices,
            Circumstances circumstances,
            DeskPackages packages,
            Record record) {
        this.events = events;
        this.desks = desks;
        this.devices = devices;
        this.circumstances = circumstances;
        this.packages = packages;
        this.record = record;
        this.line = new Together<>(
                MOST_DESKS_AT_ONCE,
                _ -> 1,
                all -> Objects.requireNonNull(record.transaction().execute(_ -> answer(all))));
    }

    /// A desk that waits for its answer.
    private record Asked(
            DeskDevice desk,
            Said said,
            Set<UUID> taken,
            List<Sync.Refused> refused,
            @Nullable RequestAttributes request) {}

    Heard answer(DeskDevice desk, Said said, Set<UUID> taken, List<Sync.Refused> refused) {
        return line.ask(new Asked(desk, said, taken, refused, RequestContextHolder.getRequestAttributes()));
    }

    private List<Heard> answer(List<Asked> all) {
        Instant now = record.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<Around> arounds = all.stream()
                .map(each -> circumstances.of(each.desk().shelter()))
                .toList();
        List<DeskRows.HeardOf> heardOf = new ArrayList<>();
        List<LogRows.Cursor> cursors = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Asked asked = all.get(i);
            heardOf.add(heardOf(asked, arounds.get(i), now));
            cursors.add(cursor(asked.said(), arounds.get(i).opening()));
        }
        desks.heard(heardOf, now);
        List<List<Arrivals.Logged>> heard = events.since(cursors, MOST_HEARD);
        List<Heard> answers = new ArrayList<>();
        List<AuditTrail.Done> deeds = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            read(all.get(i), heard.get(i)).ifPresent(deeds::add);
            answers.add(answer(all.get(i), arounds.get(i), heardOf.get(i), heard.get(i), now));
        }
        record.audit().recordAll(deeds);
        return answers;
    }

    private static DeskRows.HeardOf heardOf(Asked asked, Around around, Instant now) {
        DeskDevice desk = asked.desk();
        long offset = Duration.between(now, asked.said().now()).toMillis();
        Lease lease = lease(desk, around, now);
        return new DeskRows.HeardOf(
                desk.id(), offset, lease.until(), asked.said().nextRenewal());
    }

    private static Lease lease(DeskDevice desk, Around around, Instant now) {
        return Lease.of(desk.pass(), now, around.lease());
    }

    /// A desk that has heard of another opening, or of none, hears from the beginning.
    private static LogRows.Cursor cursor(Said said, @Nullable UUID opening) {
        boolean same = opening != null && opening.equals(said.opening());
        return new LogRows.Cursor(opening == null ? new UUID(0, 0) : opening, same ? said.cursor() : 0);
    }

    private Heard answer(
            Asked asked, Around around, DeskRows.HeardOf heardOf, List<Arrivals.Logged> heard, Instant now) {
        Said said = asked.said();
        long before = cursor(said, around.opening()).seq();
        boolean runsShort = said.renewalsLeft() < Devices.CODES_AHEAD / 2;
        return new Heard(
                now,
                heardOf.offsetMillis(),
                lease(asked.desk(), around, now),
                asked.taken(),
                asked.refused(),
                around.opening(),
                heard.isEmpty() ? before : heard.getLast().seq(),
                heard,
                heard.size() == MOST_HEARD,
                around,
                packages.packed(asked.desk(), around.content(), around.text()),
                runsShort ? devices.renewals(asked.desk(), said.nextRenewal()) : List.of());
    }

    /// Whoever reads names is written down.
    private static Optional<AuditTrail.Done> read(Asked asked, List<Arrivals.Logged> heard) {
        UUID desk = asked.desk().id();
        long named = heard.stream()
                .filter(each -> !each.event().desk().equals(desk))
                .filter(each -> !each.event().personal().isEmpty())
                .count();
        if (named == 0) {
            return Optional.empty();
        }
        AuditEntry entry =
                AuditEntry.done(asked.desk().pass().actor(), AuditAction.READ, "shelter.desk:" + desk, "list:" + named);
        return Optional.of(new AuditTrail.Done(entry, asked.request()));
    }
}
