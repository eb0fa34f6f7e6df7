package town.machi.casework.desk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.jdbc.EventRows;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;

/// Writes down what happened to a case: one line in its history, one in the audit.
@Component
class Journal {

    /// As much as the audit takes.
    private static final int LONGEST = 1000;

    private final EventRows rows;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    Journal(EventRows rows, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// What is written, before it has an id and a time.
    record Entry(
            CaseEvent.Kind kind,
            CaseEvent.Place place,
            String words,
            Set<String> fields,
            List<CaseEvent.Change> changes,
            @Nullable UUID request) {

        static Entry of(CaseEvent.Kind kind, CaseEvent.Place place, String words, @Nullable UUID request) {
            return new Entry(kind, place, words, Set.of(), List.of(), request);
        }
    }

    /// @param file the case after it
    CaseEvent write(CaseFile file, Actor actor, Entry entry) {
        CaseEvent event = new CaseEvent(
                ids.next(),
                file.id(),
                file.revision(),
                clock.instant(),
                entry.kind(),
                actor.kind() + ":" + actor.id(),
                entry.place(),
                entry.words(),
                entry.fields(),
                entry.changes(),
                entry.request());
        rows.append(event);
        audit.record(new AuditEntry(actor, AuditAction.WRITE, file.id().subject(), what(event), "ok"));
        return event;
    }

    /// The first outcome of this request on this case, where it was made before. The caller holds the case, so that
    /// the second of two equal requests waits for the first one.
    private Optional<CaseEvent> findFirst(CaseFile file, @Nullable UUID request) {
        return request == null
                ? Optional.empty()
                : rows.findByRequest(request).filter(event -> event.caseId().equals(file.id()));
    }

    /// What every change of a case begins with: it is there for whoever asks, and the same request again gets the first
    /// outcome.
    ///
    /// @param found the case, held until the transaction ends; empty: not for this person
    /// @param change is asked the first time only
    ActOutcome once(Optional<CaseFile> found, @Nullable UUID request, Function<CaseFile, ActOutcome> change) {
        return found.map(file -> findFirst(file, request)
                        .<ActOutcome>map(ActOutcome.Done::new)
                        .orElseGet(() -> change.apply(file)))
                .orElseGet(ActOutcome.NotFound::new);
    }

    /// The act or the kind, with the names of the fields; no values.
    private static String what(CaseEvent event) {
        String name =
                event.act().map(act -> "act:" + act).orElse(event.kind().name().toLowerCase(Locale.ROOT));
        String fields = String.join(",", event.fields().stream().sorted().toList());
        String all = fields.isEmpty() ? name : name + " " + fields;
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
    }
}
