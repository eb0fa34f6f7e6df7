package town.machi.casework.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// 補助金: budgets of the years, what waits for its payment, and payment data.
///
/// @param typed what was refused, by the id of its box
/// @param said what just happened; null: nothing
/// @param refused why not; null: nothing was refused
record GrantsPage(
        List<BudgetRow> budgets,
        List<ReadyRow> ready,
        List<RunRow> runs,
        Making making,
        Map<String, String> typed,
        @Nullable String said,
        @Nullable String refused)
        implements Template {

    /// @param total 未設定 where none is set
    record BudgetRow(
            String procedure,
            String title,
            int year,
            String yearLabel,
            String total,
            String decided,
            String fixed,
            String paid,
            String left,
            UUID onceId) {}

    /// @param codes whether bank and branch have their codes; without them they are asked here
    record ReadyRow(
            String caseId, String receipt, String name, String yen, String account, boolean codes, boolean chosen) {}

    record RunRow(String href, long number, String payOn, String section, String count, String yen, Chip state) {}

    /// @param payOn as typed
    record Making(String payOn, UUID onceId) {}

    /// What was typed into a box last, where it was refused.
    String typed(String box) {
        return typed.getOrDefault(box, "");
    }

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
