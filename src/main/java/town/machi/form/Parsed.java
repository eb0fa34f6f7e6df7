package town.machi.form;

import java.util.List;
import java.util.Map;
import town.machi.kernel.Refusal;

/// What came of reading the boxes of one question: canonical values by path, or faults; neither where nothing was
/// typed.
public record Parsed(Map<String, String> values, List<FieldFault> faults) {

    public static final Parsed NOTHING = new Parsed(Map.of(), List.of());

    public Parsed {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    public static Parsed of(String path, String value) {
        return value.isEmpty() ? NOTHING : new Parsed(Map.of(path, value), List.of());
    }

    public static Parsed fault(String path, String key, Object... args) {
        return new Parsed(Map.of(), List.of(FieldFault.of(path, key, args)));
    }

    public static Parsed fault(String path, Refusal refusal) {
        return new Parsed(Map.of(), List.of(FieldFault.of(path, refusal)));
    }

    public boolean isNothing() {
        return values.isEmpty() && faults.isEmpty();
    }
}
