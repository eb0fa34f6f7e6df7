package town.machi.procedure.checks;

import town.machi.procedure.Nature;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;
import town.machi.procedure.reading.Places;

/// 性質 decides how a procedure may end: a 届出 that is complete is accepted and never refused (行政手続法 37条);
/// everything needs a good end.
final class EndsFitTheNature implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        Nature nature = subject.definition().nature();
        for (State state : subject.states()) {
            if (state.meaning() == Meaning.PARTLY && nature != Nature.APPLICATION && nature != Nature.SUBSIDY) {
                subject.fault(
                        subject.at(Places.Kind.STATE, state.id()),
                        nature.label() + "に「一部を認める」終わり（" + state.id() + "）はありません。書けるのは申請と補助金です。");
            }
            if (!nature.refusable() && state.meaning() == Meaning.REFUSED) {
                subject.fault(
                        subject.at(Places.Kind.STATE, state.id()),
                        nature.label() + "は町が断れないので、断る状態「" + state.id() + "」は書けません。消してください。");
            }
            for (Act act : state.acts()) {
                refusing(subject, nature, state, act);
            }
        }
        if (subject.states().stream().noneMatch(state -> state.meaning() == Meaning.DONE)) {
            subject.fault(
                    subject.at(
                            Places.Kind.STATE, subject.definition().workflow().first()),
                    nature.label() + "の終わり（done）がありません。acts に「complete: done」を書き足してください。");
        }
    }

    private static void refusing(Subject subject, Nature nature, State state, Act act) {
        State to = subject.definition().workflow().states().get(act.to());
        boolean refuses = act.id().equals("refuse") || (to != null && to.meaning() == Meaning.REFUSED);
        if (refuses && !nature.refusable()) {
            subject.fault(
                    subject.at(Places.Kind.ACT, state.id() + "." + act.id()),
                    nature.label() + "は町が断れないので、断る処理「" + act.id() + "」は書けません。消してください（足りないところは sendBack で直してもらいます）。");
        }
    }
}
