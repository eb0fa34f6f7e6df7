package town.machi.procedure.checks;

import java.util.Set;
import java.util.stream.Collectors;
import town.machi.procedure.Question;
import town.machi.procedure.reading.Places;

/// A question must not hide a value that the town gives (`today`, `section.tel`).
final class QuestionIsNoFact implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        Set<String> taken = subject.surroundings().facts().keySet().stream()
                .map(name -> name.split("\\.", 2)[0])
                .collect(Collectors.toSet());
        for (Question question : subject.definition().questions()) {
            if (taken.contains(question.id())) {
                subject.fault(
                        subject.at(Places.Kind.QUESTION, question.id()),
                        "質問の名前「" + question.id() + "」は、町が持つ値の名前と同じです。別の名前にしてください。");
            }
        }
    }
}
