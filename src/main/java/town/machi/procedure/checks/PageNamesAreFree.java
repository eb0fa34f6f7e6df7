package town.machi.procedure.checks;

import java.util.Set;
import town.machi.procedure.reading.Places;

/// No page has the name of one of the steps around the form, which share its addresses.
final class PageNamesAreFree implements DefinitionRule {

    private static final Set<String> STEPS = Set.of("check", "send", "done", "files", "resume");

    @Override
    public void check(Subject subject) {
        subject.places().list(Places.Kind.PAGE).stream()
                .filter(page -> STEPS.contains(page.id()))
                .forEach(page -> subject.fault(
                        page.mark(), "ページの名前「" + page.id() + "」は、様式の前後のページ（確認・送信・受付など）が使っています。別の名前にしてください。"));
    }
}
