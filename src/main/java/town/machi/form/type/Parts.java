package town.machi.form.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.form.Parsed;
import town.machi.form.QuestionType;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.kernel.Graphemes;
import town.machi.procedure.ValueKind;

/// What the types share whose answer has named parts, each a line in a box of its own: `user.family`.
abstract class Parts implements QuestionType {

    /// Names of the parts, in the order in which they are asked.
    abstract List<String> names();

    /// Looks at what was typed; blanks around it are taken away already. Canonical values and faults go into `into`.
    abstract void read(Slot slot, Map<String, String> typed, Draft into);

    /// Where values and faults of one reading gather.
    static final class Draft {
        private final Slot slot;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<FieldFault> faults = new ArrayList<>();

        Draft(Slot slot) {
            this.slot = slot;
        }

        void put(String part, String value) {
            if (!value.isEmpty()) {
                values.put(slot.part(part), value);
            }
        }

        void fault(String part, String key, Object... args) {
            faults.add(FieldFault.of(slot.part(part), key, args));
        }

        boolean isSound() {
            return faults.isEmpty();
        }

        Parsed parsed() {
            return faults.isEmpty() ? new Parsed(values, List.of()) : new Parsed(Map.of(), faults);
        }
    }

    @Override
    public Parsed parse(Slot slot, Typed typed) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String name : names()) {
            parts.put(name, Graphemes.trimmed(typed.text(slot.part(name))));
        }
        if (isBlank(slot, parts)) {
            return Parsed.NOTHING;
        }
        Draft draft = new Draft(slot);
        parts.forEach((name, text) -> checkLine(slot, name, text, draft));
        if (draft.isSound()) {
            read(slot, parts, draft);
        }
        return draft.parsed();
    }

    /// Whether nothing was typed; boxes that are filled in beforehand do not count.
    boolean isBlank(Slot slot, Map<String, String> parts) {
        return parts.values().stream().allMatch(String::isEmpty);
    }

    private void checkLine(Slot slot, String name, String text, Draft draft) {
        Parsed fault = Limits.checkLine(slot, slot.part(name), text, Limits.LINE);
        draft.faults.addAll(fault.faults());
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        Map<String, Object> parts = new HashMap<>();
        for (String name : names()) {
            answers.find(slot.part(name)).ifPresent(answer -> parts.put(name, answer.value()));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        names().forEach(name -> parts.putIfAbsent(name, ""));
        return Optional.of(parts);
    }

    @Override
    public Typed typed(Slot slot, Answers answers) {
        Map<String, String> boxes = new HashMap<>();
        for (String name : names()) {
            answers.find(slot.part(name)).ifPresent(answer -> boxes.put(slot.part(name), answer.value()));
        }
        return Typed.of(boxes);
    }

    @Override
    public Set<String> boxes() {
        return names().stream().map(name -> "." + name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ValueKind kind() {
        return ValueKind.PARTS;
    }

    @Override
    public Map<String, ValueKind> parts() {
        return names().stream().collect(Collectors.toUnmodifiableMap(name -> name, _ -> ValueKind.TEXT));
    }

    @Override
    public String firstBox(Slot slot) {
        return slot.part(names().getFirst());
    }
}
