package town.machi.procedure;

import java.util.Map;
import java.util.Optional;
import town.machi.kernel.SectionId;

/// Extension point: named, typed values for conditions and sentences (`earliestStart`, `section.tel`), given by
/// whichever room knows them.
public interface Facts {

    /// Names with their kinds; names are unique over all rooms.
    Map<String, ValueKind> kinds();

    /// The value now; empty where it is not known (未設定).
    Optional<Object> find(String name, Context context);

    /// For whom and when a fact is asked.
    ///
    /// @param countsFrom the open day from which a filing made now counts
    record Context(ProcedureName procedure, SectionId section, java.time.LocalDate countsFrom) {}
}
