package town.machi.submission;

import java.util.List;
import town.machi.form.FieldFault;

/// What came of filing.
public sealed interface FilingOutcome {

    /// @param first false: it had been filed before, and this is the first outcome again
    record Accepted(Receipt receipt, boolean first) implements FilingOutcome {}

    /// Nothing was stored.
    record Incomplete(List<FieldFault> faults) implements FilingOutcome {}
}
