package town.machi.procedure.checks;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import town.machi.procedure.reading.Places;

/// No two pages, and no two questions, have the same name; and no page has that of one of the steps around the form,
/// which share its addresses.
final class NamesAreUnique implements DefinitionRule {

    private static final Set<String> STEPS = Set.of("check", "send", "done", "files", "resume");

    @Override
    public void check(Subject subject) {
        check(subject, Places.Kind.PAGE);
        check(subject, Places.Kind.QUESTION);
        subject.places().list(Places.Kind.PAGE).stream()
                .filter(page -> STEPS.contains(page.id()))
                .forEach(page -> subject.fault(
                        page.mark(), "ページの名前「" + page.id() + "」は、様式の前後のページ（確認・送信・受付など）が使っています。別の名前にしてください。"));
    }

    private static void check(Subject subject, Places.Kind kind) {
        Map<String, Places.Named> first = new HashMap<>();
        for (Places.Named named : subject.places().list(kind)) {
            Places.Named before = first.putIfAbsent(named.id(), named);
            if (before != null) {
                subject.fault(
                        named.mark(),
                        kind.label() + "「" + named.id() + "」が二つあります（先のものは "
                                + before.mark().line() + " 行目）。どちらかの名前を変えてください。");
            }
        }
    }
}
