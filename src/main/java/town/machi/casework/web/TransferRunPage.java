package town.machi.casework.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// One set of payment data: its payments, and each time it went out.
///
/// @param faults why it did not go out; empty: nothing was refused
record TransferRunPage(
        Head head,
        List<Row> rows,
        List<String> exports,
        Way way,
        @Nullable String said,
        List<String> faults) implements Template {

    record Head(String id, long number, String payOn, String section, String by, String sum) {}

    record Row(String id, String caseHref, String receipt, String name, String yen, String account, Chip state) {}

    /// @param out whether it went out before: then a reason is needed, and nothing can be taken out
    /// @param unpaid how many can be marked as paid
    /// @param reason as typed
    record Way(boolean out, int unpaid, String reason, UUID exportId, UUID payId) {}

    @Override
    public int status() {
        return faults.isEmpty() ? 200 : 422;
    }
}
