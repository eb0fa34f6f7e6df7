package town.machi.procedure.checks;

import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.reading.Places;

/// `sendBack` leads to the state in which the resident corrects, and nothing else does; only residents withdraw.
final class SendBackOpensCorrection implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        for (WorkflowPlan.State state : subject.states()) {
            for (Act act : state.acts()) {
                WorkflowPlan.State to = subject.definition().workflow().states().get(act.to());
                if (to != null && to.asking().isEmpty()) {
                    check(subject, state, act, to.meaning());
                }
            }
        }
    }

    private static void check(Subject subject, WorkflowPlan.State state, Act act, Meaning to) {
        boolean sendBack = act.id().equals(Act.SEND_BACK);
        var mark = subject.at(Places.Kind.ACT, state.id() + "." + act.id());
        if (sendBack && to != Meaning.CORRECTING) {
            subject.fault(mark, "sendBack（直してもらう）の行き先は correcting にしてください。");
        } else if (!sendBack && to == Meaning.CORRECTING) {
            subject.fault(mark, "correcting（修正待ち）へ行く処理の名前は sendBack にしてください。");
        } else if (to == Meaning.WITHDRAWN) {
            subject.fault(mark, "withdrawn（取下げ）は住民がすることです。この処理を消してください（住民は終わるまでいつでも取り下げられます）。");
        }
    }
}
