package town.machi.casework.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Workflow;
import town.machi.casework.jdbc.CaseLinkRows;
import town.machi.casework.jdbc.CaseRows;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;

/// Cases that belong together, seen from both.
@Component
public class Linking {

    private final Access access;
    private final CaseRows cases;
    private final CaseLinkRows links;
    private final Journal journal;
    private final Clock clock;

    Linking(Access access, CaseRows cases, CaseLinkRows links, Journal journal, Clock clock) {
        this.access = access;
        this.cases = cases;
        this.links = links;
        this.journal = journal;
        this.clock = clock;
    }

    /// A linked case. Of one that this person may not see, nothing but that it is there, and where.
    ///
    /// @param visible whether this person may open it
    public record Linked(CaseFile file, boolean visible) {}

    public List<Linked> list(CaseFile file, Actor.Staff staff) {
        return links.list(file.filing().submission()).stream()
                .flatMap(id -> cases.find(id).stream())
                .map(other -> new Linked(other, Workflow.maySee(staff, other.section())))
                .toList();
    }

    /// @param typed receipt number of the other case, leniently read
    @Transactional
    public ActOutcome link(CaseId id, String typed, UUID request, Actor.Staff staff) {
        return between(id, typed, request, staff, CaseEvent.Kind.LINKED);
    }

    @Transactional
    public ActOutcome unlink(CaseId id, String typed, UUID request, Actor.Staff staff) {
        return between(id, typed, request, staff, CaseEvent.Kind.UNLINKED);
    }

    private ActOutcome between(CaseId id, String typed, UUID request, Actor.Staff staff, CaseEvent.Kind kind) {
        return journal.once(
                access.lock(id, staff, "link"), request, file -> between(file, typed, request, staff, kind));
    }

    private ActOutcome between(CaseFile file, String typed, UUID request, Actor.Staff staff, CaseEvent.Kind kind) {
        Optional<CaseFile> other = ReceiptNumber.parse(typed).flatMap(number -> access.open(number, staff, "link"));
        if (other.isEmpty()) {
            return ActOutcome.refused("casework.refusal.no-such-receipt");
        }
        if (!change(file, other.get(), staff, kind)) {
            return ActOutcome.refused(
                    kind == CaseEvent.Kind.LINKED ? "casework.refusal.linked-already" : "casework.refusal.not-linked");
        }
        journal.write(other.get(), staff, entry(kind, file, null));
        return new ActOutcome.Done(journal.write(file, staff, entry(kind, other.get(), request)));
    }

    private boolean change(CaseFile file, CaseFile other, Actor.Staff staff, CaseEvent.Kind kind) {
        UUID one = file.filing().submission();
        UUID two = other.filing().submission();
        return kind == CaseEvent.Kind.LINKED
                ? links.insert(one, two, "staff:" + staff.id(), clock.instant())
                : links.delete(one, two);
    }

    private static Journal.Entry entry(CaseEvent.Kind kind, CaseFile other, @Nullable UUID request) {
        return Journal.Entry.of(kind, CaseEvent.Place.NOWHERE, other.receipt().format(), request);
    }
}
