package town.machi.casework.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.casework.keeping.Shelves;
import town.machi.shell.Template;
import town.machi.shell.component.Pager;

/// One procedure, one fiscal year of closing: what is past its 保存期間, to be ticked and proposed.
///
/// @param may whether whoever looks may propose
/// @param free how many of the whole shelf may be proposed now
/// @param refused why not; null: nothing was refused
record ShelfPage(
        String path,
        String title,
        String section,
        String year,
        long free,
        boolean may,
        List<Line> lines,
        Pager pager,
        Typed typed,
        @Nullable String refused)
        implements Template {

    /// @param free whether it may be ticked
    /// @param says why it may not; empty where it may
    record Line(
            String caseId,
            String href,
            String receipt,
            String received,
            String closed,
            String end,
            String until,
            boolean free,
            String says) {}

    /// @param all whether the whole shelf is meant
    record Typed(Set<String> ticked, boolean all, String reason, UUID onceId) {}

    /// As many as one 伺い takes.
    int most() {
        return Shelves.MOST;
    }

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
