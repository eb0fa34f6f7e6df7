package town.machi.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.SummaryRow;

/// A 廃棄の伺い, and once it is done its 廃棄記録.
///
/// @param may whether whoever looks may agree or give back
/// @param own whether they proposed it and may take it back
/// @param waits why they may not, while it waits; empty: it does not wait, or they may
/// @param destroying how far it is, in words; empty: nothing is being destroyed
record DisposalPage(
        String path,
        String title,
        Chip state,
        List<SummaryRow> facts,
        List<Line> lines,
        List<Line> rooms,
        boolean may,
        boolean own,
        String waits,
        String destroying,
        String words,
        @Nullable String said,
        @Nullable String refused)
        implements Template {

    /// @param stays whether it is one that was not destroyed
    record Line(String name, String closed, String until, String outcome, boolean stays) {}

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
