package town.machi.procedure.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.machi.procedure.Condition;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.procedure.reading.Places;

/// Whether something is asked depends on earlier pages alone: what stands on the same page or later is not answered
/// yet when the page is shown.
final class ConditionsLookBack implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        Map<String, Integer> pageOf = new HashMap<>();
        List<FormPage> pages = subject.definition().pages();
        for (int i = 0; i < pages.size(); i++) {
            for (Question question : pages.get(i).questions()) {
                pageOf.putIfAbsent(question.id(), i);
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            FormPage page = pages.get(i);
            int at = i;
            page.when().ifPresent(when -> check(subject, when, Places.Kind.PAGE, page.id(), at, pageOf));
            page.questions()
                    .forEach(question -> question.when()
                            .ifPresent(when -> check(subject, when, Places.Kind.QUESTION, question.id(), at, pageOf)));
        }
    }

    private static void check(
            Subject subject, Condition when, Places.Kind kind, String id, int page, Map<String, Integer> pageOf) {
        for (String read : when.reads()) {
            int other = pageOf.getOrDefault(read, -1);
            if (other > page) {
                subject.fault(
                        subject.at(kind, id),
                        "「" + id + "」の when が、後のページの質問「" + read + "」を見ています。「" + read + "」を前のページに移してください。");
            } else if (other == page) {
                subject.fault(
                        subject.at(kind, id),
                        "「" + id + "」の when が、同じページの質問「" + read + "」を見ています。ページを分けて、「" + read + "」を先に聞いてください。");
            }
        }
    }
}
