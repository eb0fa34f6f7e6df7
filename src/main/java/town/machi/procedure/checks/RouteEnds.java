package town.machi.procedure.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import town.machi.procedure.RoutePlan;
import town.machi.procedure.RoutePlan.Final;
import town.machi.procedure.reading.Places;

/// A way of decision that is begun comes to somebody who decides, whatever the answers are.
final class RouteEnds implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        RoutePlan route = subject.definition().route();
        if (route.equals(RoutePlan.NONE)) {
            return;
        }
        acts(subject, route);
        if (route.steps().isEmpty()) {
            subject.fault(
                    subject.at(Places.Kind.HEADER, "route"), "決裁の順（route）に、決裁する職がありません。steps に [係長, 課長] のように書いてください。");
            return;
        }
        steps(subject, route);
        finals(subject, route);
    }

    private static void acts(Subject subject, RoutePlan route) {
        Set<String> known = subject.states().stream()
                .flatMap(state -> state.acts().stream())
                .map(act -> act.id())
                .collect(Collectors.toSet());
        route.acts().stream()
                .filter(act -> !known.contains(act))
                .sorted()
                .forEach(act -> subject.fault(
                        subject.at(Places.Kind.ROUTE, "act:" + act), "決裁の要る処理「" + act + "」は、処理の流れ（workflow）にありません。"));
    }

    private static void steps(Subject subject, RoutePlan route) {
        Set<RoutePlan.Step> seen = new HashSet<>();
        boolean twice = route.steps().stream().anyMatch(step -> !seen.add(step));
        if (twice) {
            subject.fault(subject.at(Places.Kind.HEADER, "route"), "決裁の順（steps）に、同じ職が二度あります。一度だけ書いてください。");
        }
    }

    private static void finals(Subject subject, RoutePlan route) {
        for (int i = 0; i < route.finals().size(); i++) {
            String by = route.finals().get(i).by();
            boolean onTheWay = route.steps().stream()
                    .anyMatch(step -> step.of().isEmpty() && step.position().equals(by));
            if (!onTheWay) {
                subject.fault(
                        subject.at(Places.Kind.ROUTE, "final:" + i), "専決（final）の職が、決裁の順（steps）にありません。steps にも書いてください。");
            }
        }
        if (route.finals().isEmpty()) {
            if (route.steps().getLast().of().isPresent()) {
                subject.fault(
                        subject.at(Places.Kind.HEADER, "route"),
                        "決裁の順（route）が、どこでも終わりません。合議する課は決裁しません。終わりに決裁する職を steps の最後に書いてください。");
            }
            return;
        }
        List<String> open = route.acts().stream()
                .filter(act -> route.finals().stream().noneMatch(one -> decidesAlways(one, act)))
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            subject.fault(
                    subject.at(Places.Kind.HEADER, "route"),
                    "決裁の順（route）が、どこでも終わらないことがあります（" + String.join("、", open)
                            + "）。final の最後に、when のない行「- {by: 町長}」を書き足してください。");
        }
    }

    private static boolean decidesAlways(Final one, String act) {
        return one.isFor(act) && one.when().isEmpty();
    }
}
