package town.machi.procedure.checks;

import java.util.HashSet;
import java.util.Set;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;
import town.machi.procedure.reading.Places;

/// From every state in which the town works, acts lead to an end; from an end, none lead on.
final class EveryStateEnds implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        Set<String> ending = ending(subject);
        for (State state : subject.states()) {
            boolean open = state.meaning() == Meaning.OPEN || state.asking().isPresent();
            var mark = subject.at(Places.Kind.STATE, state.id());
            if (open && state.next().isEmpty()) {
                subject.fault(mark, "状態「" + state.id() + "」に処理（acts）がなく、終われません。acts を書くか、終わりの状態なら end: done を書いてください。");
            } else if (open && !ending.contains(state.id())) {
                subject.fault(mark, "状態「" + state.id() + "」からは、どの処理をたどっても終わり（done など）に着きません。終わる処理を書き足してください。");
            } else if (isEnd(state) && !state.acts().isEmpty()) {
                subject.fault(mark, "状態「" + state.id() + "」は終わりの状態なので、処理（acts）は書けません。acts を消してください。");
            }
        }
    }

    private static Set<String> ending(Subject subject) {
        Set<String> ending = new HashSet<>();
        subject.states().stream().filter(EveryStateEnds::isEnd).forEach(state -> ending.add(state.id()));
        for (boolean more = true; more; ) {
            more = false;
            for (State state : subject.states()) {
                boolean leads = state.next().stream().anyMatch(ending::contains);
                more |= leads && ending.add(state.id());
            }
        }
        return ending;
    }

    private static boolean isEnd(State state) {
        return switch (state.meaning()) {
            case DONE, PARTLY, REFUSED, WITHDRAWN -> true;
            case OPEN, CORRECTING -> false;
        };
    }
}
