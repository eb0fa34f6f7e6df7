package town.machi.procedure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.machi.kernel.SectionId;

/// Extension point: named, typed values for conditions and sentences (`earliestStart`, `section.tel`), given by
/// whichever room knows them.
public interface Facts {

    /// Names with their kinds; names are unique over all rooms.
    Map<String, ValueKind> kinds();

    /// The value now; empty where it is not known (未設定).
    Optional<Object> find(String name, Context context);

    /// Those of the names that are this room's and known. A room that works several out at once overrides it.
    default Map<String, Object> findAll(Set<String> names, Context context) {
        Map<String, Object> values = new HashMap<>();
        kinds().keySet().stream()
                .filter(names::contains)
                .forEach(name -> find(name, context).ifPresent(value -> values.put(name, value)));
        return values;
    }

    /// For whom and when a fact is asked.
    ///
    /// @param countsFrom the open day from which a filing made now counts
    /// @param owner of the form, `submission:uuid`; empty: nobody's in particular
    /// @param office whether staff fill it in, with the resident at the window or on the telephone
    record Context(ProcedureName procedure, SectionId section, LocalDate countsFrom, String owner, boolean office) {}
}
