package town.machi.document.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.document.person.Held;
import town.machi.document.person.Wanted;
import town.machi.shell.Template;

/// Where something lies that may be the person's; no values.
///
/// @param typed travels along to the next step
/// @param fault why the next step was not taken
record PersonFoundPage(
        Map<String, String> typed,
        UUID onceId,
        Held.Listed listed,
        @Nullable String fault) implements Template {

    static String parts(Held.Found found) {
        return String.join("・", found.parts().stream().map(Wanted::label).toList());
    }

    boolean hasNamesakes() {
        return listed.found().stream().anyMatch(Held.Found::mayBeNamesake);
    }

    List<String> empty() {
        return listed.rooms().entrySet().stream()
                .filter(room -> room.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public int status() {
        return fault == null ? 200 : 422;
    }
}
