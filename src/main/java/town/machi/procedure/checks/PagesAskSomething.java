package town.machi.procedure.checks;

import java.util.Set;
import java.util.stream.Collectors;
import town.machi.procedure.FormPage;
import town.machi.procedure.reading.Places;

/// A form has pages, and each page has a question. `check` is the page on which one looks at one's answers.
final class PagesAskSomething implements DefinitionRule {

    /// Places of a form that are no pages of a definition.
    private static final Set<String> TAKEN = Set.of("check", "start", "sent", "files", "link");

    @Override
    public void check(Subject subject) {
        for (FormPage page : subject.definition().pages()) {
            if (TAKEN.contains(page.id())) {
                subject.fault(
                        subject.at(Places.Kind.PAGE, page.id()),
                        "ページの名前「" + page.id() + "」は別のところで使われています。別の名前にしてください（使えない名前: "
                                + TAKEN.stream().sorted().collect(Collectors.joining("、")) + "）。");
            }
        }
    }
}
