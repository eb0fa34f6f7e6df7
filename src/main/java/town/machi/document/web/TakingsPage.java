package town.machi.document.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// 手数料の日計: what was taken at the window on a day.
///
/// @param day `2026-11-24`
/// @param wrong why the day that was typed is none; null: it is one
record TakingsPage(
        String day,
        String dayLabel,
        List<Row> rows,
        Sums sums,
        String earlier,
        String later,
        @Nullable String wrong) implements Template {

    record Row(String time, String number, String receipt, String caseHref, String what, String yen, String clerk) {}

    record Sums(long received, long waived, String yen) {}
}
