package town.machi.procedure.checks;

import java.util.HashMap;
import java.util.Map;
import town.machi.procedure.reading.Places;

/// No two pages, and no two questions, have the same name.
final class NamesAreUnique implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        check(subject, Places.Kind.PAGE);
        check(subject, Places.Kind.QUESTION);
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
