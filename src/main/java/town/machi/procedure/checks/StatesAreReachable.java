package town.machi.procedure.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;
import town.machi.procedure.reading.Places;

/// From the first state, acts lead to every other.
final class StatesAreReachable implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        WorkflowPlan plan = subject.definition().workflow();
        Set<String> reached = reached(plan);
        for (State state : subject.states()) {
            if (!reached.contains(state.id()) && state.meaning() != Meaning.WITHDRAWN) {
                subject.fault(
                        subject.at(Places.Kind.STATE, state.id()),
                        "状態「" + state.id() + "」へ行く処理がありません。前の状態の acts に「処理: " + state.id() + "」を書くか、この状態を消してください。");
            }
        }
    }

    private static Set<String> reached(WorkflowPlan plan) {
        Map<String, State> states = plan.states();
        Set<String> reached = new HashSet<>(Set.of(plan.first()));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            State state = states.get(open.pop());
            if (state != null) {
                state.next().stream().filter(reached::add).forEach(open::push);
            }
        }
        return reached;
    }
}
