package town.machi.identity.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.identity.posting.PostingFile;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// 異動: files of transfers, looked at, planned and done.
///
/// @param looked what the file would do; null: none was looked at now
/// @param day as typed
/// @param done what was just done; null: nothing
/// @param wrong what is wrong with the form as a whole; null: nothing
record PostingsPage(
        List<Order> orders,
        @Nullable Looked looked,
        List<PostingFile.Fault> faults,
        String day,
        @Nullable String done,
        @Nullable String wrong,
        UUID onceId)
        implements Template {

    record Order(String id, String day, String file, String what, Chip state, boolean planned) {}

    /// @param what 異動 38 件、採用 2 件
    record Looked(String id, String day, String what, List<Line> lines) {}

    record Line(long line, String kind, String name, String sections, String roles, String seats) {}

    @Override
    public int status() {
        return faults.isEmpty() && wrong == null ? 200 : 422;
    }
}
