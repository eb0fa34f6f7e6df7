package town.machi.casework.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Proposal;
import town.machi.casework.Proposal.Stage;
import town.machi.casework.Proposal.Way;
import town.machi.casework.ProposalId;
import town.machi.casework.Route;
import town.machi.casework.Workflow;
import town.machi.casework.jdbc.EventRows;
import town.machi.casework.jdbc.ProposalRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.platform.Town;
import town.machi.procedure.WorkflowPlan.Act;

/// The clerk's side of a decision: a draft (起案), and what was decided elsewhere.
@Component
public class Drafting {

    /// What a history calls the two texts of a draft.
    public static final String WORDS = "伺い文";

    public static final String REASON = "決定の理由";

    private static final int LONGEST = 4000;
    private static final int LONGEST_NUMBER = 100;

    private final Access access;
    private final Rows rows;
    private final Decisions decisions;
    private final CaseDefinitions definitions;
    private final Journal journal;
    private final Telling telling;

    Drafting(
            Access access,
            Rows rows,
            Decisions decisions,
            CaseDefinitions definitions,
            Journal journal,
            Telling telling) {
        this.access = access;
        this.rows = rows;
        this.decisions = decisions;
        this.definitions = definitions;
        this.journal = journal;
        this.telling = telling;
    }

    @Component
    record Rows(ProposalRows proposals, EventRows events) {}

    /// Who is told, when, and how the seats are called.
    @Component
    record Telling(DecisionMail mail, Town town, Clock clock) {}

    /// @param act id of the act that is to be decided
    /// @param number 文書番号 of a decision that was made elsewhere, with its day; empty: it is decided here
    /// @param seenRevision the revision of the case that the page showed
    public record Draft(String act, Proposal.Text text, String number, int seenRevision) {}

    /// @param request the client-made id: the same one again gets the first outcome
    @Transactional
    public ActOutcome draft(CaseId id, Draft draft, UUID request, Actor.Staff staff) {
        return journal.once(access.lock(id, staff, "draft"), request, file -> draft(file, draft, request, staff));
    }

    private ActOutcome draft(CaseFile file, Draft draft, UUID request, Actor.Staff staff) {
        if (draft.seenRevision() != file.revision()) {
            return new ActOutcome.Stale(file, rows.events().listAfter(file.id(), draft.seenRevision()));
        }
        Optional<Refusal> against = findReasonAgainst(file, draft, staff);
        if (against.isPresent()) {
            return new ActOutcome.Refused(against.get());
        }
        return draft.number().isBlank()
                ? onRoute(file, draft, request, staff)
                : write(
                        file,
                        proposal(
                                file,
                                draft,
                                request,
                                new Way.Elsewhere(
                                        staff.staffId(), draft.number().strip())),
                        request,
                        staff);
    }

    private Optional<Refusal> findReasonAgainst(CaseFile file, Draft draft, Actor.Staff staff) {
        Workflow workflow = definitions.workflow(file.basis());
        Optional<Act> act = file.state().isClosed()
                ? Optional.empty()
                : workflow.state(file.state().id()).acts().stream()
                        .filter(one -> one.id().equals(draft.act()))
                        .findFirst();
        if (act.isEmpty() || !decisions.needsDecision(file, draft.act())) {
            return refusal("casework.refusal.not-now");
        }
        if (Collections.disjoint(staff.roles(), Set.of(Role.HANDLER, Role.DECIDER))) {
            return refusal("casework.refusal.not-your-role", Role.HANDLER.label() + "・" + Role.DECIDER.label());
        }
        if (rows.proposals().findOpen(file.id()).isPresent()) {
            return refusal("casework.route.one-at-a-time");
        }
        if (draft.number().isBlank() && draft.text().words().isBlank()) {
            return refusal("casework.route.words-missing");
        }
        if (workflow.needsReason(act.get()) && draft.text().reason().isBlank()) {
            return refusal("casework.refusal.reason-missing");
        }
        boolean tooLong = draft.text().words().length() > LONGEST
                || draft.text().reason().length() > LONGEST
                || draft.number().length() > LONGEST_NUMBER;
        return tooLong ? refusal("casework.refusal.words-too-long", LONGEST) : Optional.empty();
    }

    private ActOutcome onRoute(CaseFile file, Draft draft, UUID request, Actor.Staff staff) {
        List<Seat> seats = decisions.seatsFor(file, draft.act());
        Route route = Route.draft(seats, staff.staffId(), decisions.chairs());
        List<Seat> empty = route.listEmptySeats(decisions.chairs());
        if (!empty.isEmpty()) {
            return ActOutcome.refused(
                    "casework.route.nobody-there", telling.town().nameOf(empty.getFirst()));
        }
        Instant now = telling.clock().instant();
        Way way = new Way.On(route, Collections.nCopies(route.marks().size(), now));
        return write(file, proposal(file, draft, request, way), request, staff);
    }

    private Proposal proposal(CaseFile file, Draft draft, UUID request, Way way) {
        Stage stage = way instanceof Way.On(Route route, List<Instant> _) ? Stage.of(route) : Stage.DECIDED;
        return new Proposal(
                new ProposalId(request),
                file.id(),
                rows.proposals().list(file.id()).size() + 1,
                draft.act(),
                file.state().id(),
                new Proposal.Text(
                        draft.text().words().strip(), draft.text().reason().strip()),
                telling.clock().instant(),
                way,
                stage);
    }

    private ActOutcome write(CaseFile file, Proposal proposal, UUID request, Actor.Staff staff) {
        List<CaseEvent.Change> changes = rows.proposals().list(file.id()).reversed().stream()
                .filter(before -> before.act().equals(proposal.act()))
                .findFirst()
                .map(before -> changes(before.text(), proposal.text()))
                .orElse(List.of());
        rows.proposals().insert(proposal);
        boolean elsewhere = proposal.way() instanceof Way.Elsewhere;
        String words = proposal.way() instanceof Way.Elsewhere other
                ? other.number()
                : proposal.text().words();
        CaseEvent event = journal.write(
                file,
                staff,
                new Journal.Entry(
                        elsewhere ? CaseEvent.Kind.DECIDED_ELSEWHERE : CaseEvent.Kind.DRAFTED,
                        new CaseEvent.Place(null, null, proposal.act(), null, null),
                        words,
                        Set.of(),
                        changes,
                        request));
        telling.mail().waits(file, proposal, decisions.chairs());
        return new ActOutcome.Done(event);
    }

    /// What became of the words of a draft.
    static List<CaseEvent.Change> changes(Proposal.Text before, Proposal.Text after) {
        List<CaseEvent.Change> changes = new ArrayList<>();
        if (!Objects.equals(before.words(), after.words())) {
            changes.add(new CaseEvent.Change(WORDS, before.words(), after.words()));
        }
        if (!Objects.equals(before.reason(), after.reason())) {
            changes.add(new CaseEvent.Change(REASON, before.reason(), after.reason()));
        }
        return changes;
    }

    private static Optional<Refusal> refusal(String key, Object... args) {
        return Optional.of(Refusal.of(key, args));
    }
}
