package town.machi.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a message says, before it is put into words.
///
/// @param template name of the file under `alerts/` that puts it into words
/// @param level warning level 1–5; 0: none
/// @param districts 町字 by their short names; all of them: the whole town
/// @param blanks what was typed into the template's blanks; `note.en` is the English of `note`
/// @param order whose order it is; empty for everything that is none
/// @param until after that, it is no longer shown; a search for a missing person must have it
public record Content(
        AlertKind kind,
        String template,
        int level,
        Set<String> districts,
        Map<String, String> blanks,
        Optional<MayorOrder> order,
        Optional<Instant> until) {

    public Content {
        districts = java.util.Collections.unmodifiableSet(new TreeSet<>(districts));
        blanks = java.util.Collections.unmodifiableMap(new TreeMap<>(blanks));
    }

    public Optional<OrderLevel> orderLevel() {
        return kind == AlertKind.EVACUATION ? OrderLevel.ofLevel(level) : Optional.empty();
    }

    public Content withOrder(MayorOrder decided) {
        return new Content(kind, template, level, districts, blanks, Optional.of(decided), until);
    }

    public Content in(Set<String> others) {
        return new Content(kind, template, level, others, blanks, order, until);
    }
}
