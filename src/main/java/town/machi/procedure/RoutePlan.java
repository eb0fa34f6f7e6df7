package town.machi.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.machi.kernel.SectionId;

/// Who decides (決裁の順): positions, not persons, so that a route outlives every transfer.
///
/// @param acts the acts of the workflow that cannot happen before they are decided
/// @param steps in their order, up to the one who may finally decide at all
/// @param finals 専決: who decides finally, the first that applies; none: the last of the steps
public record RoutePlan(Set<String> acts, List<Step> steps, List<Final> finals) {

    /// Nothing of this procedure needs a decision.
    public static final RoutePlan NONE = new RoutePlan(Set.of(), List.of(), List.of());

    public RoutePlan {
        acts = Set.copyOf(acts);
        steps = List.copyOf(steps);
        finals = List.copyOf(finals);
    }

    /// @param position short name in `town.yaml`: `head`
    /// @param of another section that must agree (合議); empty: the section of the case, or the town
    public record Step(String position, Optional<SectionId> of) {}

    /// @param by the position that decides
    /// @param acts for which acts; none: for all
    /// @param when the answers under which it does; empty: always
    public record Final(String by, Set<String> acts, Optional<Condition> when) {

        public Final {
            acts = Set.copyOf(acts);
        }

        /// Whether it is about this act at all.
        public boolean isFor(String act) {
            return acts.isEmpty() || acts.contains(act);
        }
    }

    public boolean needsDecision(String act) {
        return acts.contains(act);
    }

    /// The steps that this act takes, the last of which decides.
    ///
    /// @param values of the answers, by question id
    public List<Step> stepsFor(String act, Map<String, Object> values) {
        Optional<String> last = finals.stream()
                .filter(one -> one.isFor(act))
                .filter(one ->
                        one.when().map(when -> when.holds(values) == Truth.YES).orElse(true))
                .map(Final::by)
                .findFirst();
        int end = last.map(this::indexOf).orElse(steps.size() - 1);
        return steps.subList(0, end + 1);
    }

    private int indexOf(String position) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).of().isEmpty() && steps.get(i).position().equals(position)) {
                return i;
            }
        }
        return steps.size() - 1;
    }
}
