package town.machi.procedure.checks;

import town.machi.procedure.Nature;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;
import town.machi.procedure.reading.Places;

/// A 相談 is closed by an answer: an act that leads to its end asks for the words.
final class AnswersAreGiven implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        if (subject.definition().nature() == Nature.CONSULTATION) {
            subject.states().forEach(state -> state.acts().forEach(act -> check(subject, state, act)));
        }
    }

    private static void check(Subject subject, State state, Act act) {
        State to = subject.definition().workflow().states().get(act.to());
        if (to != null && to.meaning() == Meaning.DONE && !act.needsReason()) {
            subject.fault(
                    subject.at(Places.Kind.ACT, state.id() + "." + act.id()),
                    "相談は、答えずに終えられません。処理「" + act.id() + "」に reason: true を書くか、名前を answer にしてください。");
        }
    }
}
