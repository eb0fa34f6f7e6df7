package town.machi.alert.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A form as somebody filled it in.
///
/// @param values by the names of the boxes; of a blank `note`: `blank.note`, `blank.note.en`
/// @param districts ids of the chosen districts
public record Typed(Map<String, String> values, Set<String> districts) {

    public Typed {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        districts = java.util.Collections.unmodifiableSet(new TreeSet<>(districts));
    }

    public String get(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /// One fault of what was typed.
    ///
    /// @param box the name of the box
    public record Fault(String box, town.machi.kernel.Refusal refusal) {}

    /// What came of reading a form.
    public sealed interface Result {
        record Read(town.machi.alert.Content content) implements Result {}

        record Faulty(List<Fault> faults) implements Result {}
    }
}
