package town.machi.procedure;

import java.time.LocalDate;
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
    /// @param owner of the form, `submission:uuid`; empty: nobody's in particular
    /// @param office whether staff fill it in, with the resident at the window or on the telephone
    record Context(ProcedureName procedure, SectionId section, LocalDate countsFrom, String owner, boolean office) {}
}
