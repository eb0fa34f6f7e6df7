package town.machi.water.work;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.kernel.Actor;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;

/// Takes a case one step on, when the work that it waited for is done.
///
/// What happened at the valve happened. Where the case cannot follow (somebody's role does not allow it, another room
/// objects), it stays where it is and a clerk takes it on by hand.
@Component
class CaseSteps {

    private static final Logger LOG = LoggerFactory.getLogger(CaseSteps.class);

    private final Cases cases;

    CaseSteps(Cases cases) {
        this.cases = cases;
    }

    /// @param words what the resident reads
    void goOn(CaseId id, String fromState, String words, UUID request, Actor.Staff staff) {
        CaseFile file = cases.get(id);
        if (!file.state().id().equals(fromState)) {
            return;
        }
        findForward(file).ifPresent(act -> {
            Move move = new Move(act.id(), file.revision(), words, Set.of());
            if (!(cases.act(id, move, request, staff) instanceof ActOutcome.Done)) {
                LOG.warn("case {} could not follow its work and waits for a clerk", id);
            }
        });
    }

    private Optional<Act> findForward(CaseFile file) {
        WorkflowPlan plan = cases.definitionOf(file).workflow();
        return Objects.requireNonNull(plan.states().get(file.state().id())).acts().stream()
                .filter(act -> {
                    Meaning to =
                            Objects.requireNonNull(plan.states().get(act.to())).meaning();
                    return to == Meaning.OPEN || to == Meaning.DONE;
                })
                .findFirst();
    }
}
