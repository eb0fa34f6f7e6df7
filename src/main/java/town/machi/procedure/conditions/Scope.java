package town.machi.procedure.conditions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import town.machi.procedure.ValueKind;

/// What a condition of one definition may name.
///
/// @param questions by id, in the order of the form
/// @param facts by name
public record Scope(Map<String, Value> questions, Map<String, ValueKind> facts) {

    /// @param kind empty where the question's type is not known: then anything goes
    /// @param parts of an answer with parts
    /// @param choices codes of a choice; empty otherwise
    public record Value(Optional<ValueKind> kind, Map<String, ValueKind> parts, Set<String> choices) {

        public static final Value UNKNOWN = new Value(Optional.empty(), Map.of(), Set.of());
    }

    public Scope {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        facts = Map.copyOf(facts);
    }

    /// Every name that stands for a value: `startsOn`, `user.family`, `section.tel`.
    public Set<String> names() {
        Set<String> names = new TreeSet<>(facts.keySet());
        questions.forEach((id, value) -> {
            names.add(id);
            value.parts().keySet().forEach(part -> names.add(id + "." + part));
        });
        return names;
    }
}
