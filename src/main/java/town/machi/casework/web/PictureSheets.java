package town.machi.casework.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.casework.Picture;
import town.machi.shell.component.Column;

/// The figures as rows of text: the same on the screen and in a spreadsheet.
final class PictureSheets {

    static final List<String> PROCEDURES = List.of(
            "手続",
            "待っている件数",
            "いちばん古い受付",
            "期限切れ",
            "住民の修正待ち",
            "受け付けた件数",
            "オンラインの割合",
            "終わった件数",
            "終わるまでの開庁日（平均）",
            "標準処理期間（開庁日）");
    static final List<String> MONTHS = List.of("月", "受け付けた件数", "うちオンライン", "オンラインの割合", "うち終わった件数");
    static final List<String> QUESTIONS = List.of("手続", "直してもらった項目", "回数");

    private PictureSheets() {}

    /// The name and some of the other columns: all at once are more than a tablet is wide.
    static List<Column> columns(int from, int to) {
        return Stream.concat(Stream.of(PROCEDURES.getFirst()), PROCEDURES.subList(from, to).stream())
                .map(Column::of)
                .toList();
    }

    static List<String> row(Picture.OfProcedure of) {
        return List.of(
                of.title(),
                Long.toString(of.waiting().number()),
                day(of.waiting().oldest()),
                Long.toString(of.waiting().late()),
                Long.toString(of.waiting().correcting()),
                Long.toString(of.received()),
                share(of.online(), of.received()),
                Long.toString(of.finished()),
                average(of.days()),
                standard(of.standard()));
    }

    static List<String> row(Picture.OfMonth of) {
        return List.of(
                of.month().toString(),
                Long.toString(of.received()),
                Long.toString(of.online()),
                share(of.online(), of.received()),
                Long.toString(of.finished()));
    }

    static List<String> row(Picture.OfQuestion of) {
        return List.of(of.procedure(), of.question(), Long.toString(of.times()));
    }

    /// Empty where there is nothing to share.
    static String share(long part, long whole) {
        return whole == 0 ? "" : Math.round(100.0 * part / whole) + "%";
    }

    private static String day(@Nullable Instant at) {
        return at == null ? "" : Words.dayOf(at).toString();
    }

    private static String average(OptionalDouble days) {
        return days.isPresent() ? String.format(Locale.ROOT, "%.1f", days.getAsDouble()) : "";
    }

    private static String standard(OptionalInt days) {
        return days.isPresent() ? Integer.toString(days.getAsInt()) : "未設定";
    }
}
