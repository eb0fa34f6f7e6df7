package town.machi.document.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.GrantChange;
import town.machi.casework.GrantFile;
import town.machi.casework.Grants;
import town.machi.document.template.DocumentTemplate;
import town.machi.kernel.Wareki;
import town.machi.kernel.Yen;
import town.machi.procedure.Definition;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.WorkflowPlan.Act;

/// What a 補助金 lets its notices say: amounts, days, and why it was cancelled.
@Component
class MoneyWords {

    static final String CANCELLED = "cancelledOn";
    static final String FIRST = "firstAmount";

    private final Grants grants;

    MoneyWords(Grants grants) {
        this.grants = grants;
    }

    /// Empty while nothing is decided.
    Optional<Map<String, String>> findValues(CaseFile file, Definition definition, List<CaseEvent> history) {
        return grants.find(file)
                .filter(found -> found.grant().decided().isPresent())
                .map(found -> {
                    Map<String, String> values = values(found, definition, history);
                    grants.findChange(file).ifPresent(change -> change(values, change));
                    return values;
                });
    }

    /// What was decided first stands no longer; so the notice of it is not written again.
    private static void change(Map<String, String> values, GrantChange change) {
        values.remove(FIRST);
        values.put("formerAmount", change.former().format());
        values.put("changedOn", day(change.on()));
    }

    private static Map<String, String> values(GrantFile found, Definition definition, List<CaseEvent> history) {
        Map<String, String> values = new HashMap<>();
        put(values, "decidedAmount", found.grant().decided().map(Yen::format));
        put(values, FIRST, found.grant().decided().map(Yen::format));
        put(values, "decidedOn", found.days().decided().map(MoneyWords::day));
        put(values, "fixedAmount", found.grant().fixed().map(Yen::format));
        put(values, "fixedOn", found.days().fixed().map(MoneyWords::day));
        put(values, "returnAmount", found.grant().askedBack().map(Yen::format));
        put(values, CANCELLED, found.days().cancelled().map(MoneyWords::day));
        if (found.grant().isCancelled()) {
            put(values, "cancelReason", cancelReason(definition, history));
        }
        put(values, DocumentTemplate.REMEDY, definition.ruling().instruction());
        return values;
    }

    private static Optional<String> cancelReason(Definition definition, List<CaseEvent> history) {
        return history.reversed().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.MOVED && cancels(definition, event))
                .findFirst()
                .map(CaseEvent::words);
    }

    private static boolean cancels(Definition definition, CaseEvent event) {
        return Optional.ofNullable(
                        definition.workflow().states().get(event.place().fromState()))
                .stream()
                .flatMap(state -> state.acts().stream())
                .filter(act -> event.act().filter(act.id()::equals).isPresent())
                .map(Act::money)
                .anyMatch(money -> money.filter(MoneyStep.CANCEL::equals).isPresent());
    }

    private static void put(Map<String, String> values, String name, Optional<String> value) {
        value.ifPresent(text -> values.put(name, text));
    }

    private static String day(LocalDate day) {
        return Wareki.format(day);
    }
}
