package town.machi.audit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.audit.chain.Sealer;
import town.machi.kernel.Refusal;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Column;

/// The trail, as the auditor sees it.
///
/// @param counted how many there are, in words
/// @param next address of the next page; null on the last
record AuditPage(
        AuditQuery query,
        List<Row> rows,
        String counted,
        @Nullable String next,
        Sealer.State seal) implements Template {

    static final List<String> HEADER = List.of("番号", "日時", "だれが", "どこから", "何を", "対象", "内容", "結果");

    /// One deed in words.
    ///
    /// @param refused whether it was not allowed
    record Row(long number, String at, String who, String address, String action, Deed deed, boolean refused) {

        List<String> cells() {
            return List.of(
                    Long.toString(number), at, who, address, action, deed.subject(), deed.what(), deed.outcome());
        }
    }

    record Deed(String subject, String what, String outcome) {}

    List<Column> columns() {
        return HEADER.stream().map(Column::of).toList();
    }

    List<Choice> actions() {
        return AuditChoices.of(query.action());
    }

    @Nullable
    Refusal fault(String field) {
        return query.faults().get(field);
    }

    String exportHref(String ending) {
        return "/office/audit/export." + ending + (query.query().isEmpty() ? "" : "?" + query.query());
    }
}
