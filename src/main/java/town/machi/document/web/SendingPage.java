package town.machi.document.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// 発送するもの: papers that have not gone out, or came back.
///
/// @param said what just happened; null: nothing
/// @param refused why not; null: nothing was refused
record SendingPage(
        List<Row> rows,
        UUID onceId,
        @Nullable String said,
        @Nullable String refused) implements Template {

    /// @param address null where the form asked for none
    record Row(
            String id,
            String number,
            String kind,
            String issuedOn,
            String name,
            @Nullable String address,
            String wish,
            String way,
            String caseHref) {}

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
