package town.machi.procedure;

import java.util.List;

/// What came of an attempt to publish.
public sealed interface Publication {

    /// A new version.
    record Done(Published published) implements Publication {}

    /// The source was published before; nothing changed.
    record Unchanged(ProcedureName name, int version) implements Publication {}

    /// Refused whole; what was published stays.
    record Refused(List<Fault> faults) implements Publication {}
}
