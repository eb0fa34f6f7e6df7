package town.machi.document.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import town.machi.document.person.Look;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;

/// この人について持っているもの, before anything is looked for.
///
/// @param typed what stands in the boxes
/// @param faults field → sentence
record PersonPage(Map<String, String> typed, Map<String, String> faults, UUID onceId, List<Line> looks)
        implements Template {

    static final List<String> FIELDS =
            List.of("reason", "request", "words", "name", "kana", "phone", "mail", "receipts");

    /// Somebody's look of before.
    record Line(Instant at, String who, String why, String request, String parts, int found) {}

    Field field(String name, String label, String hint) {
        return Field.optional(name, label)
                .hint(hint.isEmpty() ? null : hint)
                .value(typed.get(name))
                .error(faults.get(name));
    }

    Field required(String name, String label) {
        return Field.required(name, label).value(typed.get(name)).error(faults.get(name));
    }

    List<Choice> reasons() {
        String chosen = typed.getOrDefault("reason", "");
        return Arrays.stream(Look.Reason.values())
                .map(each -> new Choice(each.name(), each.label(), each.name().equals(chosen)))
                .toList();
    }

    List<FieldError> errors() {
        return faults.entrySet().stream()
                .map(fault -> new FieldError(Field.idOf(fault.getKey()), fault.getValue()))
                .toList();
    }

    @Override
    public int status() {
        return faults.isEmpty() ? 200 : 422;
    }
}
