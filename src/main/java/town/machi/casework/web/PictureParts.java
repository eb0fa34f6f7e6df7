package town.machi.casework.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import town.machi.casework.Picture;
import town.machi.casework.web.PicturePage.Figure;
import town.machi.casework.web.PicturePage.Part;
import town.machi.shell.component.BarChart;
import town.machi.shell.component.ColumnChart;

/// The charts, each under the sentence that it says.
record PictureParts(Picture picture, PictureSheets sheets) {

    private static final int MOST_BARS = 12;

    List<Figure> figures() {
        Picture.Line all = picture.all();
        String share =
                PictureSheets.share(all.received().online(), all.received().number());
        return List.of(
                figure("待っている案件", all.waiting().number() + "件", "section", Map.of()),
                figure("期限切れ", all.waiting().late() + "件", "overdue", Map.of()),
                figure("住民の修正待ち", all.waiting().correcting() + "件", "section", Map.of("state", "correcting")),
                new Figure("オンラインの割合", share.isEmpty() ? "—" : share, "#months"));
    }

    private Figure figure(String label, String value, String view, Map<String, String> its) {
        return new Figure(label, value, sheets.listed() ? sheets.list(view, its) : null);
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>(List.of(waiting(), months(), days()));
        if (picture.sections().size() > 1) {
            parts.add(sections());
        }
        parts.add(questions());
        return parts;
    }

    private Part waiting() {
        Picture.Waiting all = picture.all().waiting();
        String point = all.oldest() == null
                ? "いま待っている案件はありません"
                : "いま %,d件が待っています。いちばん古いのは %s の受付です".formatted(all.number(), Words.day(Words.dayOf(all.oldest())));
        List<BarChart.Bar> bars = picture.procedures().stream()
                .filter(of -> of.line().waiting().number() > 0)
                .limit(MOST_BARS)
                .map(of -> waiting(of.title(), of.line().waiting()))
                .toList();
        return new Part(
                "waiting",
                point,
                bars("手続ごとの待っている件数。", "棒の長さが待っている件数、濃いところが期限切れです。", bars),
                List.of(),
                sheets.waiting(),
                "");
    }

    private static BarChart.Bar waiting(String label, Picture.Waiting waiting) {
        String late = waiting.late() == 0 ? "" : "（期限切れ %,d件）".formatted(waiting.late());
        return new BarChart.Bar(
                label, "%,d件".formatted(waiting.number()) + late, waiting.number(), waiting.late(), null);
    }

    private Part months() {
        Picture.Received all = picture.all().received();
        String point = all.number() == 0
                ? "この期間に受け付けた案件はありません"
                : "%,d件を受け付け、%s がオンラインでした".formatted(all.number(), PictureSheets.share(all.online(), all.number()));
        List<ColumnChart> columns = new ArrayList<>();
        if (all.number() > 0) {
            columns.add(new ColumnChart(
                    "月ごとに受け付けた件数と、そのうちのオンライン。",
                    "受け付けた件数",
                    "うちオンライン",
                    picture.months().stream()
                            .map(of -> new ColumnChart.Group(
                                    label(of.month()),
                                    of.received().number(),
                                    of.received().online()))
                            .toList()));
        }
        if (picture.months().stream().anyMatch(of -> of.waitingAtEnd() > 0)) {
            columns.add(new ColumnChart(
                    "月末に待っていた件数。",
                    "月末に待っていた件数",
                    null,
                    picture.months().stream()
                            .map(of -> new ColumnChart.Group(label(of.month()), of.waitingAtEnd(), 0))
                            .toList()));
        }
        return new Part("months", point, List.of(), columns, sheets.months(), "");
    }

    /// 「4月」, and with the year where it begins: 「R8.1」.
    private String label(YearMonth month) {
        boolean first = month.equals(picture.of().from());
        return first || month.getMonthValue() == 1
                ? Words.shortDay(month.atDay(1)).replaceFirst("^([^.]+\\.\\d+).*", "$1")
                : month.getMonthValue() + "月";
    }

    private Part days() {
        Picture.Finished all = picture.all().finished();
        List<BarChart.Bar> bars = picture.procedures().stream()
                .filter(of -> of.line().finished().days().isPresent())
                .limit(MOST_BARS)
                .map(PictureParts::days)
                .toList();
        return new Part(
                "days",
                daysPoint(all),
                bars("終わるまでの開庁日の平均と、標準処理期間。", "棒の長さが終わるまでの開庁日の平均、点線が標準処理期間です。", bars),
                List.of(),
                sheets.procedures(),
                "取り下げられたものは数えていません。標準処理期間が「未設定」の手続は、町の設定で決めるまで比べられません。");
    }

    private static String daysPoint(Picture.Finished all) {
        if (all.days().isEmpty()) {
            return "この期間に終わった案件はありません";
        }
        String took = "終わるまで平均 %s 開庁日".formatted(PictureSheets.average(all.days()));
        return all.measured() == 0
                ? took + "。標準処理期間は未設定です"
                : took
                        + "。標準処理期間を守ったのは %,d件のうち %,d件（%s）です"
                                .formatted(
                                        all.measured(),
                                        all.within(),
                                        PictureSheets.share(all.within(), all.measured()));
    }

    private static BarChart.Bar days(Picture.OfProcedure of) {
        double days = of.line().finished().days().orElse(0);
        Double line = of.standard().isPresent() ? Double.valueOf(of.standard().getAsInt()) : null;
        String words = PictureSheets.average(of.line().finished().days()) + "日"
                + (line == null ? "" : "（標準 " + of.standard().getAsInt() + "日）");
        return new BarChart.Bar(of.title(), words, days, days, line);
    }

    private Part sections() {
        List<BarChart.Bar> bars = picture.sections().stream()
                .filter(of -> of.line().waiting().number() > 0)
                .map(of ->
                        waiting(Words.section(sheets.town(), of.id()), of.line().waiting()))
                .toList();
        long busy = picture.sections().stream()
                .filter(of -> of.line().waiting().number() > 0)
                .count();
        return new Part(
                "sections",
                "%,d課のうち %,d課に、待っている案件があります".formatted(picture.sections().size(), busy),
                bars("課ごとの待っている件数。", "棒の長さが待っている件数、濃いところが期限切れです。", bars),
                List.of(),
                sheets.sections(),
                "");
    }

    private Part questions() {
        List<BarChart.Bar> bars = picture.questions().stream()
                .limit(MOST_BARS)
                .map(of -> new BarChart.Bar(
                        of.question() + "（" + of.title() + "）",
                        "%,d回".formatted(of.times()),
                        of.times(),
                        of.times(),
                        null))
                .toList();
        String point = picture.questions().isEmpty()
                ? "この期間に、直してもらった項目はありません"
                : "いちばん多く直してもらったのは「%s」（%,d回）です"
                        .formatted(
                                picture.questions().getFirst().question(),
                                picture.questions().getFirst().times());
        return new Part(
                "questions",
                point,
                bars("直してもらった項目の回数。", null, bars),
                List.of(),
                sheets.questions(),
                bars.isEmpty() ? "" : "よく直してもらう項目は、聞きかたや説明を見直すと減らせます。");
    }

    private static List<BarChart> bars(String words, @Nullable String legend, List<BarChart.Bar> bars) {
        return bars.isEmpty() ? List.of() : List.of(new BarChart(words, legend, bars));
    }
}
