package town.machi.water.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import town.machi.shell.Download;
import town.machi.shell.Template;
import town.machi.water.work.Figures;

/// 水道の数字: the chart, the table behind it, and the same as CSV.
@Controller
class FiguresController {

    private final WaterStaff who;
    private final Figures figures;

    FiguresController(WaterStaff who, Figures figures) {
        this.who = who;
        this.figures = figures;
    }

    @GetMapping("/office/water/figures")
    Template show() {
        who.require();
        List<Figures.Month> months = figures.list();
        return new FiguresPage(
                point(months), months.stream().map(FiguresController::row).toList());
    }

    @GetMapping("/office/water/figures.csv")
    ResponseEntity<byte[]> csv() {
        who.require();
        List<String> header = List.of("月", "開栓", "閉栓", "オンラインの届出", "届出から弁までの開庁日（平均）", "むだ足");
        return new Download(
                        "water-figures",
                        "水道の数字",
                        header,
                        figures.list().stream()
                                .map(month -> List.of(
                                        month.month().toString(),
                                        String.valueOf(month.starts()),
                                        String.valueOf(month.stops()),
                                        String.valueOf(month.online()),
                                        days(month),
                                        String.valueOf(month.inVain()))))
                .as("csv");
    }

    private static String point(List<Figures.Month> months) {
        int starts = months.stream().mapToInt(Figures.Month::starts).sum();
        int stops = months.stream().mapToInt(Figures.Month::stops).sum();
        return starts + stops == 0
                ? "この一年に終わった作業は、まだありません"
                : "この一年で、開栓 " + starts + " 件、閉栓 " + stops + " 件" + average(months);
    }

    /// Over all the work, not over the months.
    private static String average(List<Figures.Month> months) {
        double days = months.stream()
                .filter(month -> month.businessDays().isPresent())
                .mapToDouble(month -> month.businessDays().getAsDouble() * (month.starts() + month.stops()))
                .sum();
        int done = months.stream()
                .mapToInt(month -> month.starts() + month.stops())
                .sum();
        return String.format(Locale.ROOT, "。届出から弁まで、平均 %.1f 開庁日", days / done);
    }

    private static FiguresPage.Row row(Figures.Month month) {
        int all = month.starts() + month.stops();
        return new FiguresPage.Row(
                month.month().getYear() + "年" + month.month().getMonthValue() + "月",
                month.starts(),
                month.stops(),
                all == 0 ? "―" : month.online() * 100 / all + "%",
                month.businessDays().isEmpty() ? "―" : days(month),
                month.inVain());
    }

    private static String days(Figures.Month month) {
        return month.businessDays().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f", month.businessDays().getAsDouble());
    }
}
