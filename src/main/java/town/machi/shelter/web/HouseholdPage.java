package town.machi.shelter.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.FieldError;

/// Who lives together? Asked at home, in calm days.
///
/// @param typed what stood in the fields
record HouseholdPage(Map<String, String> typed, List<FieldError> faults, UUID onceId) implements Template {

    /// So many people the page asks for.
    static final int MOST = 8;

    /// Needs that the desk should know of before anything else.
    static final List<String> NEEDS = List.of("PREGNANT", "INFANT", "CARE", "WHEELCHAIR", "ILLNESS", "DEVICE");

    public int most() {
        return MOST;
    }

    public List<String> needs() {
        return NEEDS;
    }

    public String typedIn(String name) {
        return typed.getOrDefault(name, "");
    }

    public @Nullable String faultOf(String name) {
        return faults.stream()
                .filter(fault -> fault.anchor().equals(town.machi.shell.component.Field.idOf(name)))
                .map(FieldError::sentence)
                .findFirst()
                .orElse(null);
    }

    /// Whether somebody was written down after the first.
    public boolean hasMore() {
        return typed.entrySet().stream()
                .anyMatch(each -> each.getKey().matches("(kana|name)[1-9]")
                        && !each.getValue().isBlank());
    }

    @Override
    public int status() {
        return faults.isEmpty() ? 200 : 422;
    }
}
