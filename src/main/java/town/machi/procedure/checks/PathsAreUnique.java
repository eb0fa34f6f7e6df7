package town.machi.procedure.checks;

import java.util.HashMap;
import java.util.Map;
import town.machi.procedure.Question;
import town.machi.procedure.reading.Places;

/// A fact is asked once: two questions of a form cannot give the same entry of the vocabulary.
final class PathsAreUnique implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        Map<String, String> first = new HashMap<>();
        for (Question question : subject.definition().questions()) {
            String before = first.putIfAbsent(question.path(), question.id());
            if (before != null && !before.equals(question.id())) {
                subject.fault(
                        subject.at(Places.Kind.QUESTION, question.id()),
                        "「" + before + "」と「" + question.id() + "」が同じ語彙「" + question.path()
                                + "」を使っています。別の人や別の場所を聞くなら、片方を別の語彙（otherPerson など）か type に変えてください。");
            }
        }
    }
}
