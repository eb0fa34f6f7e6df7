package town.machi.procedure.checks;

import java.util.Optional;
import town.machi.procedure.Nature;
import town.machi.procedure.Ruling.Remedy;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;
import town.machi.procedure.reading.Places;

/// An 申請 is answered by a decision: it can end in a refusal, and whoever is refused is told what to do against it
/// (行政手続法 7条・8条, 行政不服審査法 82条, 行政事件訴訟法 46条). Nothing else is decided within a limit.
final class RulingIsTold implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        Nature nature = subject.definition().nature();
        Optional<State> refusing = subject.states().stream()
                .filter(state -> state.meaning() == Meaning.REFUSED || state.meaning() == Meaning.PARTLY)
                .findFirst();
        if (nature != Nature.APPLICATION) {
            other(subject, nature);
        } else if (refusing.isEmpty()) {
            subject.fault(
                    subject.at(
                            Places.Kind.STATE, subject.definition().workflow().first()),
                    "申請には、認めない終わり（refused）も要ります。acts に「refuse: refused」を書き足してください。断ることのないものなら kind: 届出 です。");
        } else if (subject.definition().ruling().remedy() instanceof Remedy.NotTold) {
            subject.fault(
                    subject.at(Places.Kind.HEADER, "procedure"),
                    "認めないことのある申請には、教示（remedy）が要ります。remedy: {review: {to: 芦北町長, months: 3}, suit: {against: 芦北町,"
                            + " by: 芦北町長, months: 6}} のように書いてください。処分でないなら remedy: {none: わけ} と書きます。");
        }
    }

    private static void other(Subject subject, Nature nature) {
        boolean told = subject.definition().ruling().remedy() instanceof Remedy.Told;
        if (told && nature != Nature.SUBSIDY) {
            subject.fault(
                    subject.at(Places.Kind.HEADER, "remedy"), nature.label() + "は処分ではないので、教示（remedy）は書けません。消してください。");
        }
    }
}
