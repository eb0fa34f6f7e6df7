package town.machi.document.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.machi.casework.CaseEvent;
import town.machi.document.template.DocumentTemplate;
import town.machi.kernel.Wareki;
import town.machi.procedure.Definition;
import town.machi.procedure.Nature;
import town.machi.procedure.WorkflowPlan.Meaning;

/// What a decision lets its notice say: on which day, with what reason, and what can be done against it.
final class DecisionWords {

    private DecisionWords() {}

    static Map<String, String> ending(Definition definition, Meaning end, String day, Optional<String> reason) {
        Map<String, String> values = new HashMap<>();
        boolean granted = definition.nature() == Nature.APPLICATION || definition.nature() == Nature.SUBSIDY;
        switch (end) {
            case DONE -> {
                values.put("completedOn", day);
                if (granted) {
                    values.put("grantedOn", day);
                }
            }
            case PARTLY -> values.put("partlyOn", day);
            case REFUSED -> values.put("refusedOn", day);
            case OPEN, CORRECTING, WITHDRAWN -> {}
        }
        if (end == Meaning.PARTLY || end == Meaning.REFUSED) {
            reason.ifPresent(words -> values.put("decisionReason", words));
            definition.ruling().instruction().ifPresent(told -> values.put(DocumentTemplate.REMEDY, told));
        }
        return values;
    }

    /// The days and the reason of the last extension, where there was one.
    static Map<String, String> extension(List<CaseEvent> history) {
        return history.reversed().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.EXTENDED
                        && !event.changes().isEmpty())
                .findFirst()
                .map(event -> {
                    CaseEvent.Change change = event.changes().getFirst();
                    return Map.of(
                            "extendedFrom", day(change.before()),
                            "extendedTo", day(change.after()),
                            "extensionReason", event.words());
                })
                .orElseGet(Map::of);
    }

    private static String day(@org.jspecify.annotations.Nullable String day) {
        return day == null ? "" : Wareki.format(LocalDate.parse(day));
    }
}
