package town.machi.water.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// 精算: readings on their way to the billing system, and the amounts that come back.
///
/// @param faults what was wrong with a file that was read in, or with the table of prices
/// @param said what just happened; null: nothing
record SettlementsPage(
        List<Row> rows,
        List<BatchRow> batches,
        Bills bills,
        UUID onceId,
        List<String> faults,
        @Nullable String said) implements Template {

    /// @param estimate each service on a line of its own
    /// @param waits whether it goes into the next file
    /// @param enterHref where a reading can be entered; null: it has been sent
    /// @param photoHref the photo to read it from; null: none
    record Row(
            long number,
            String kind,
            String customer,
            String reading,
            String estimate,
            Chip state,
            boolean waits,
            @Nullable String caseHref,
            @Nullable String enterHref,
            @Nullable String photoHref) {}

    /// Readings that wait for the next file.
    long toSend() {
        return rows.stream().filter(Row::waits).count();
    }

    /// @param on whether the town makes bills of its own; without it there are no rows
    record Bills(boolean on, List<BillRow> rows) {}

    /// @param pdfHref the bill; null: none was made yet
    record BillRow(
            long number,
            String customer,
            String total,
            String billedOn,
            String issueHref,
            @Nullable String pdfHref) {}

    /// @param again whether it was taken out before, so that a reason is needed
    record BatchRow(String id, long number, String made, int lines, int exports, boolean again) {}

    @Override
    public int status() {
        return faults.isEmpty() ? 200 : 422;
    }
}
