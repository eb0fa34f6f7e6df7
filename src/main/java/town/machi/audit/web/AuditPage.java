package town.machi.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.audit.chain.Sealer;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;
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

    static final List<String> HEADER = List.of("番号", "日時", "だれが", "だれがの番号", "どこから", "何を", "対象", "内容", "結果");

    /// One deed in words.
    record Row(long number, Instant at, Who who, Deed deed) {

        private static final DateTimeFormatter SORTABLE =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(BusinessCalendar.TOKYO);
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(BusinessCalendar.TOKYO);

        /// 令和8年11月24日(火) 10:00:00
        String moment() {
            LocalDate day = at.atZone(BusinessCalendar.TOKYO).toLocalDate();
            return Wareki.format(day) + " " + TIME.format(at);
        }

        boolean isRefused() {
            return !deed.outcome().equals("ok");
        }

        /// For a spreadsheet, in the order of [#HEADER]; times sort as text.
        List<String> cells() {
            return List.of(
                    Long.toString(number),
                    SORTABLE.format(at),
                    who.label(),
                    who.id(),
                    who.address(),
                    deed.action(),
                    deed.subject(),
                    deed.what(),
                    deed.outcome());
        }
    }

    /// @param label a name where one is known, else what kind of actor it was
    record Who(String label, String id, String address) {}

    /// @param action in Japanese
    record Deed(String action, String subject, String what, String outcome) {}

    List<Column> columns() {
        return Stream.of("番号", "日時", "だれが", "どこから", "何を", "対象", "内容", "結果")
                .map(Column::of)
                .toList();
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
