package town.machi.casework.desk;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.ActGuard;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Move;
import town.machi.casework.Standing;
import town.machi.casework.Step;
import town.machi.casework.Workflow;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.EventRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.procedure.Question;
import town.machi.procedure.WorkflowPlan.Act;

/// The acts of the workflow: accept, send back, complete, refuse, and what else a definition names.
@Component
public class Acting {

    private final Access access;
    private final Rows rows;
    private final CaseDefinitions definitions;
    private final Journal journal;
    private final Reporting reporting;
    private final Clock clock;

    Acting(Access access, Rows rows, CaseDefinitions definitions, Journal journal, Reporting reporting, Clock clock) {
        this.access = access;
        this.rows = rows;
        this.definitions = definitions;
        this.journal = journal;
        this.reporting = reporting;
        this.clock = clock;
    }

    /// What an act reads and writes, and who may object to it.
    @Component
    record Rows(CaseRows cases, EventRows events, ObjectProvider<ActGuard> guards, Decisions decisions) {}

    /// @param request the client-made id: the same one again gets the first outcome
    @Transactional
    public ActOutcome act(CaseId id, Move asked, UUID request, Actor.Staff staff) {
        return journal.once(
                access.lock(id, staff, "act:" + auditable(asked.act())),
                request,
                file -> act(file, asked, request, staff));
    }

    private ActOutcome act(CaseFile file, Move asked, UUID request, Actor.Staff staff) {
        Move move = asDecided(file, asked);
        Workflow workflow = definitions.workflow(file.basis());
        return switch (workflow.act(file.standing(), file.section(), staff, move, clock.instant())) {
            case Step.Stale _ -> new ActOutcome.Stale(file, rows.events().listAfter(file.id(), move.seenRevision()));
            case Step.Refused(Refusal refusal) -> new ActOutcome.Refused(refusal);
            case Step.Taken(Standing to) -> take(file, to, move, request, staff);
        };
    }

    /// What this person may do with the case now, with the reason where another room has one against it.
    public List<Possible> list(CaseFile file, Actor.Staff staff) {
        Workflow workflow = definitions.workflow(file.basis());
        return workflow.acts(file.standing(), file.section(), staff).stream()
                .map(act -> new Possible(
                        act,
                        workflow.isSendBack(act),
                        workflow.needsReason(act),
                        rows.decisions().findDecided(file, act.id()).isPresent(),
                        objection(file, act, staff)))
                .toList();
    }

    /// @param decided its words were decided already; nothing more is asked
    /// @param against why it may not happen yet; empty where nothing is against it
    public record Possible(
            Act act, boolean sendsBack, boolean needsReason, boolean decided, Optional<Refusal> against) {}

    private ActOutcome take(CaseFile file, Standing to, Move move, UUID request, Actor.Staff staff) {
        if (!questions(file).containsAll(move.fields())) {
            return ActOutcome.refused("casework.refusal.unknown-field");
        }
        Act act = act(file, move.act());
        Optional<Refusal> objection = objection(file, act, staff);
        if (objection.isPresent()) {
            return new ActOutcome.Refused(objection.get());
        }
        CaseFile moved = Changes.at(file, to);
        rows.cases().updateStanding(moved);
        CaseEvent.Place place = CaseEvent.Place.of(act.id(), file.state(), to.state());
        String words = move.reason().strip();
        CaseEvent event = journal.write(
                moved,
                staff,
                new Journal.Entry(CaseEvent.Kind.MOVED, place, words, to.state().fieldsOpen(), List.of(), request));
        reporting.moved(file, moved, act.id(), new Reporting.Words(words, act.mail()));
        return new ActOutcome.Done(event);
    }

    /// What was decided is what the resident reads, whatever else was typed.
    private Move asDecided(CaseFile file, Move move) {
        return rows.decisions()
                .findDecided(file, move.act())
                .map(decided ->
                        new Move(move.act(), move.seenRevision(), decided.text().reason(), move.fields()))
                .orElse(move);
    }

    private Optional<Refusal> objection(CaseFile file, Act act, Actor.Staff staff) {
        return rows.guards()
                .orderedStream()
                .flatMap(guard -> guard.findReasonAgainst(file, act, staff).stream())
                .findFirst();
    }

    private Act act(CaseFile file, String id) {
        String state = file.state().id();
        return Objects.requireNonNull(
                        definitions.get(file.basis()).workflow().states().get(state))
                .acts()
                .stream()
                .filter(act -> act.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> questions(CaseFile file) {
        return definitions.get(file.basis()).questions().stream()
                .map(Question::id)
                .collect(Collectors.toSet());
    }

    /// What came in an address may be anything; the audit takes ids.
    private static String auditable(String act) {
        return act.matches("[A-Za-z0-9]{1,60}") ? act : "other";
    }
}
