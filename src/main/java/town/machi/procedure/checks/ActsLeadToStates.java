package town.machi.procedure.checks;

import java.util.Set;
import java.util.TreeSet;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.reading.Places;
import town.machi.procedure.yaml.Nearest;

/// Every act leads to a state that there is.
final class ActsLeadToStates implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        Set<String> states =
                new TreeSet<>(subject.definition().workflow().states().keySet());
        for (WorkflowPlan.State state : subject.states()) {
            for (WorkflowPlan.Act act : state.acts()) {
                if (!states.contains(act.to())) {
                    subject.fault(
                            subject.at(Places.Kind.ACT, state.id() + "." + act.id()),
                            "処理「" + act.id() + "」の行き先「" + act.to() + "」という状態はありません。" + Nearest.hint(act.to(), states));
                }
            }
            state.asking()
                    .map(WorkflowPlan.Asking::then)
                    .filter(then -> !states.contains(then))
                    .ifPresent(then -> subject.fault(
                            subject.at(Places.Kind.STATE, state.id()),
                            "状態「" + state.id() + "」の then の「" + then + "」という状態はありません。" + Nearest.hint(then, states)));
        }
    }
}
