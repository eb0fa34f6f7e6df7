package town.machi.procedure.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import town.machi.kernel.SectionId;
import town.machi.platform.Position;
import town.machi.procedure.RoutePlan;
import town.machi.procedure.Surroundings;
import town.machi.procedure.conditions.ConditionCompiler;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;

/// Reads `route:`, the way of a decision.
///
/// `route: {acts: [grant], steps: [係長, {by: 課長, of: planning}, 課長, 町長], final: [{by: 課長, when: yen <= 500000}, {by:
/// 町長}]}`
final class RouteReader {

    private static final Pattern SECTION = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Map<String, Position> known = new LinkedHashMap<>();
    private final Set<SectionId> sections;
    private final ConditionCompiler conditions;
    private final Places places;
    private final Faults faults;

    RouteReader(Surroundings surroundings, ConditionCompiler conditions, Places places, Faults faults) {
        surroundings.positions().forEach(position -> known.put(position.id(), position));
        surroundings.positions().forEach(position -> known.put(position.name(), position));
        this.sections = surroundings.sections();
        this.conditions = conditions;
        this.places = places;
        this.faults = faults;
    }

    RoutePlan read(Fields header) {
        Optional<Node> node = header.node("route");
        if (node.isEmpty() || node.get() instanceof Node.Broken) {
            return RoutePlan.NONE;
        }
        places.add(Places.Kind.HEADER, "route", header.markOf("route"));
        Fields of = Fields.of(node.get(), "決裁の順（route）", faults);
        of.require("acts", "決裁の要る処理。[grant, refuse] のように書きます");
        of.require("steps", "決裁する職の順。[係長, 課長, 町長] のように書きます");
        Set<String> acts = of.texts("acts").stream()
                .peek(text ->
                        places.add(Places.Kind.ROUTE, "act:" + text.value().strip(), text.mark()))
                .map(text -> text.value().strip())
                .collect(Collectors.toSet());
        List<RoutePlan.Step> steps =
                of.items("steps").stream().flatMap(item -> step(item).stream()).toList();
        List<RoutePlan.Final> finals = finals(of);
        of.close();
        return new RoutePlan(acts, steps, finals);
    }

    private Optional<RoutePlan.Step> step(Node item) {
        if (item instanceof Node.Text text) {
            return position(text).map(position -> new RoutePlan.Step(position.id(), Optional.empty()));
        }
        Fields of = Fields.of(item, "決裁の一段", faults);
        Optional<Position> position = of.requiredText("by", "職。例: 課長").flatMap(this::position);
        Optional<Node.Text> section = of.requiredText("of", "合議する課の短い名前。例: planning");
        Optional<SectionId> other = section.flatMap(this::section);
        of.close();
        boolean whole = position.isPresent() && other.isPresent();
        if (whole && !position.get().ofSection()) {
            faults.add(
                    section.orElseThrow().mark(), "「" + position.get().name() + "」は町に一つの職なので、課（of）は書けません。of を消してください。");
            return Optional.empty();
        }
        return whole ? Optional.of(new RoutePlan.Step(position.get().id(), other)) : Optional.empty();
    }

    private List<RoutePlan.Final> finals(Fields route) {
        List<RoutePlan.Final> finals = new ArrayList<>();
        for (Node item : route.items("final")) {
            Fields of = item instanceof Node.Text text
                    ? Fields.of(
                            new Node.Table(
                                    text.mark(),
                                    List.of(new Node.Entry(new Node.Text(text.mark(), "by", Node.Style.PLAIN), text))),
                            "専決（final）",
                            faults)
                    : Fields.of(item, "専決（final）", faults);
            Optional<Node.Text> by = of.requiredText("by", "終わりに決裁する職。例: 課長");
            Set<String> acts =
                    of.texts("acts").stream().map(text -> text.value().strip()).collect(Collectors.toSet());
            var when = of.text("when");
            var condition = when.flatMap(text -> conditions.compile(text, faults));
            of.close();
            by.flatMap(this::position)
                    .filter(_ -> when.isEmpty() || condition.isPresent())
                    .ifPresent(position -> {
                        places.add(
                                Places.Kind.ROUTE,
                                "final:" + finals.size(),
                                by.orElseThrow().mark());
                        finals.add(new RoutePlan.Final(position.id(), acts, condition));
                    });
        }
        return finals;
    }

    private Optional<Position> position(Node.Text text) {
        Position found = known.get(text.value().strip());
        if (found == null) {
            faults.add(
                    text.mark(),
                    "職「" + text.value() + "」は、だれの席でもありません。town.yaml の positions: にある職を書いてください。"
                            + Nearest.hint(text.value(), known.keySet()));
        }
        return Optional.ofNullable(found);
    }

    private Optional<SectionId> section(Node.Text text) {
        Optional<SectionId> found = Optional.of(text.value().strip())
                .filter(SECTION.asMatchPredicate())
                .map(SectionId::new)
                .filter(sections::contains);
        if (found.isEmpty()) {
            faults.add(text.mark(), "合議する課「" + text.value() + "」は town.yaml にありません。");
        }
        return found;
    }
}
