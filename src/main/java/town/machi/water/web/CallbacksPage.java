package town.machi.water.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// 折り返しの電話: whom to call, and who was called.
record CallbacksPage(
        List<Row> open,
        List<Row> called,
        @Nullable String said,
        @Nullable String fault) implements Template {

    /// @param outcome when it was called and what was agreed; empty: not yet
    record Row(String id, String name, String phone, String what, String day, String asked, String outcome) {}

    @Override
    public int status() {
        return fault == null ? 200 : 422;
    }
}
