package town.machi.casework.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Extension;
import town.machi.casework.Standing;
import town.machi.casework.Step;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.EventRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.Wareki;

/// Puts a decision off, with a reason that the resident reads (開示決定等の期限の延長).
@Component
public class Extending {

    /// What a history calls the day that an extension changed.
    public static final String LIMIT = "決定の期限";

    private final Access access;
    private final Rows rows;
    private final CaseDefinitions definitions;
    private final Journal journal;
    private final Reporting reporting;
    private final Clock clock;

    Extending(
            Access access, Rows rows, CaseDefinitions definitions, Journal journal, Reporting reporting, Clock clock) {
        this.access = access;
        this.rows = rows;
        this.definitions = definitions;
        this.journal = journal;
        this.reporting = reporting;
        this.clock = clock;
    }

    @Component
    record Rows(CaseRows cases, EventRows events) {}

    /// The last day to which this person may put the decision off; empty where they may not.
    public Optional<LocalDate> latest(CaseFile file, Actor.Staff staff) {
        return mayDo(staff)
                ? definitions.workflow(file.basis()).decisionLimit().latest(file.standing())
                : Optional.empty();
    }

    /// @param request the client-made id: the same one again gets the first outcome
    @Transactional
    public ActOutcome extend(CaseId id, Extension extension, UUID request, Actor.Staff staff) {
        return journal.once(access.lock(id, staff, "extend"), request, file -> extend(file, extension, request, staff));
    }

    private ActOutcome extend(CaseFile file, Extension extension, UUID request, Actor.Staff staff) {
        if (!mayDo(staff)) {
            return ActOutcome.refused(
                    "casework.refusal.not-your-role", Role.HANDLER.label() + "・" + Role.DECIDER.label());
        }
        return switch (definitions.workflow(file.basis()).extend(file.standing(), extension, clock.instant())) {
            case Step.Stale _ ->
                new ActOutcome.Stale(file, rows.events().listAfter(file.id(), extension.seenRevision()));
            case Step.Refused(Refusal refusal) -> new ActOutcome.Refused(refusal);
            case Step.Taken(Standing to) -> take(file, to, extension, request, staff);
        };
    }

    private ActOutcome take(CaseFile file, Standing to, Extension extension, UUID request, Actor.Staff staff) {
        CaseFile later = Changes.at(file, to);
        rows.cases().updateStanding(later);
        String before = file.standing().limit().orElseThrow().lastDay().toString();
        String after = extension.until().toString();
        String reason = extension.reason().strip();
        CaseEvent event = journal.write(
                later,
                staff,
                new Journal.Entry(
                        CaseEvent.Kind.EXTENDED,
                        CaseEvent.Place.NOWHERE,
                        reason,
                        Set.of(),
                        List.of(new CaseEvent.Change(LIMIT, before, after)),
                        request));
        String said = "決定の期限を " + Wareki.format(extension.until()) + " まで延ばします。理由: " + reason;
        reporting.tell(later, new Reporting.Words(said, Optional.empty()));
        return new ActOutcome.Done(event);
    }

    private static boolean mayDo(Actor.Staff staff) {
        return staff.roles().contains(Role.HANDLER) || staff.roles().contains(Role.DECIDER);
    }
}
