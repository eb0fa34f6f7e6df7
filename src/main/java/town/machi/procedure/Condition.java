package town.machi.procedure;

import java.util.List;
import java.util.Map;

/// A condition of a definition, typed when the file was read. Immutable and safe to share between threads.
public interface Condition {

    /// As the clerk wrote it.
    String source();

    /// Names of the questions and facts that it reads.
    List<String> reads();

    /// @param values by question id or fact name; a name that is absent is unknown. Types as [ValueKind] says.
    Truth holds(Map<String, Object> values);
}
