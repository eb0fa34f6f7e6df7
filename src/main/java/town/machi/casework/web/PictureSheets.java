package town.machi.casework.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.casework.Picture;
import town.machi.casework.web.PicturePage.Cell;
import town.machi.casework.web.PicturePage.Sheet;
import town.machi.platform.Town;

/// The figures as tables.
///
/// @param query the filter that was asked for, which the lists behind the numbers keep
/// @param listed whether this person may open the cases that are counted
record PictureSheets(Picture picture, PictureQuery query, Town town, boolean listed) {

    private static final List<String> WAITING = List.of("待ち", "いちばん古い受付", "期限切れ", "修正待ち");
    private static final List<String> WORK = List.of("受付", "オンライン", "その割合", "終わり", "開庁日の平均", "開庁日の中央値");

    List<Sheet> all() {
        return List.of(waiting(), months(), procedures(), sections(), questions());
    }

    Sheet waiting() {
        return new Sheet("waiting", "いま待っているもの", head("手続", WAITING), lines(picture.procedures(), of -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(of.title())));
            row.addAll(
                    waiting(of.line().waiting(), Map.of("procedure", of.name().value())));
            return row;
        }));
    }

    Sheet months() {
        List<String> head = head("月", WORK);
        head.add("月末の待ち");
        return new Sheet("months", "月ごとの件数", head, lines(picture.months(), of -> {
            List<Cell> row = new ArrayList<>(List.of(new Cell(of.month().toString(), Words.month(of.month()), null)));
            row.addAll(work(of.received(), of.finished(), of.month(), of.month(), Map.of()));
            row.add(Cell.of(Long.toString(of.waitingAtEnd())));
            return row;
        }));
    }

    Sheet procedures() {
        List<String> head = head("手続", WORK);
        head.addAll(List.of("標準処理期間", "期間内"));
        return new Sheet("procedures", "受け付けたものと、終わるまでの日数", head, lines(picture.procedures(), of -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(of.title())));
            row.addAll(work(of.line(), Map.of("procedure", of.name().value())));
            row.add(Cell.of(standard(of.standard())));
            row.add(Cell.of(within(of.line().finished())));
            return row;
        }));
    }

    Sheet sections() {
        List<String> head = head("課", WAITING);
        head.addAll(WORK);
        head.add("期間内");
        return new Sheet("sections", "課ごとの件数", head, lines(picture.sections(), of -> {
            Map<String, String> its = Map.of("section", of.id().value());
            List<Cell> row = new ArrayList<>(List.of(Cell.of(Words.section(town, of.id()))));
            row.addAll(waiting(of.line().waiting(), its));
            row.addAll(work(of.line(), its));
            row.add(Cell.of(within(of.line().finished())));
            return row;
        }));
    }

    Sheet questions() {
        return new Sheet(
                "questions",
                "直してもらった項目",
                List.of("直してもらった項目", "手続", "回数"),
                lines(
                        picture.questions(),
                        of -> List.of(
                                Cell.of(of.question()), Cell.of(of.title()), Cell.of(Long.toString(of.times())))));
    }

    private List<Cell> waiting(Picture.Waiting waiting, Map<String, String> its) {
        return List.of(
                number(waiting.number(), "section", its),
                day(waiting.oldest()),
                number(waiting.late(), "overdue", its),
                number(waiting.correcting(), "section", with(its, "state", "correcting")));
    }

    private List<Cell> work(Picture.Line line, Map<String, String> its) {
        return work(line.received(), line.finished(), query.from(), query.to(), its);
    }

    private List<Cell> work(
            Picture.Received received,
            Picture.Finished finished,
            YearMonth from,
            YearMonth to,
            Map<String, String> its) {
        Map<String, String> days = with(its, "from", from.atDay(1).toString());
        return List.of(
                number(
                        received.number(),
                        "all",
                        with(days, "to", to.atEndOfMonth().toString())),
                Cell.of(Long.toString(received.online())),
                Cell.of(share(received.online(), received.number())),
                Cell.of(Long.toString(finished.number())),
                Cell.of(average(finished.days())),
                Cell.of(
                        finished.median().isPresent()
                                ? Integer.toString(finished.median().getAsInt())
                                : ""));
    }

    /// The number, and the inbox that shows as many.
    private Cell number(long number, String view, Map<String, String> its) {
        String text = Long.toString(number);
        return new Cell(text, text, listed && number > 0 ? list(view, its) : null);
    }

    /// The inbox, with what the figures were asked for.
    String list(String view, Map<String, String> its) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("view", view);
        all.put("procedure", query.procedure());
        all.put("section", query.section());
        all.putAll(its);
        return "/office/cases?"
                + all.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }

    private static Map<String, String> with(Map<String, String> its, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(its);
        more.put(name, value);
        return more;
    }

    private static List<String> head(String first, List<String> others) {
        List<String> head = new ArrayList<>(List.of(first));
        head.addAll(others);
        return head;
    }

    private static <T> List<List<Cell>> lines(List<T> things, Function<T, List<Cell>> line) {
        return things.stream().map(line).toList();
    }

    /// Empty where there is nothing to share.
    static String share(long part, long whole) {
        return whole == 0 ? "" : Math.round(100.0 * part / whole) + "%";
    }

    private static String within(Picture.Finished finished) {
        return share(finished.within(), finished.measured());
    }

    private static Cell day(@Nullable Instant at) {
        return at == null ? Cell.of("") : new Cell(Words.dayOf(at).toString(), Words.day(Words.dayOf(at)), null);
    }

    static String average(OptionalDouble days) {
        return days.isPresent() ? String.format(Locale.ROOT, "%.1f", days.getAsDouble()) : "";
    }

    private static String standard(OptionalInt days) {
        return days.isPresent() ? Integer.toString(days.getAsInt()) : "未設定";
    }
}
