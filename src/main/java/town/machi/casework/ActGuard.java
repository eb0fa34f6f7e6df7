package town.machi.casework;

import java.util.Optional;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.procedure.WorkflowPlan.Act;

/// Extension point: a reason why an act may not happen yet, given by whichever room knows one (a work order that is
/// still open, a document without a number). It is asked when the page is shown and again, in the same transaction,
/// when the act is done; so it must be quick and change nothing.
public interface ActGuard {

    /// @return empty where this room has nothing against it
    Optional<Refusal> findReasonAgainst(CaseFile file, Act act, Actor.Staff staff);
}
