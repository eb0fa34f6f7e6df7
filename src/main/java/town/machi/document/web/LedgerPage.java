package town.machi.document.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Pager;

/// What the sections of the reader have issued.
///
/// @param words what was looked for
/// @param hindrance why no PDF can be made on this machine; null when all is well
record LedgerPage(
        String words, List<Row> rows, Pager pager, @Nullable String hindrance) implements Template {

    /// @param href of the PDF; null when it has been destroyed
    record Row(
            String number,
            String kind,
            String issuedOn,
            String section,
            String issuer,
            String way,
            String code,
            @Nullable String href) {}
}
