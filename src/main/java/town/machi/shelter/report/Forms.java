package town.machi.shelter.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.BusinessCalendar;
import town.machi.shelter.Need;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Sex;
import town.machi.shelter.Stay;

/// The tables that go upwards. What nobody told us is an empty cell, never 0.
public final class Forms {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX").withZone(BusinessCalendar.TOKYO);

    private Forms() {}

    public record Table(String name, String title, List<String> header, List<List<String>> rows) {}

    /// Source: 熊本県 災害対策本部会議資料「人的被害等の状況」 of 2026. The shelters' room knows the first two columns; the others
    /// are for those who know.
    public static Table prefecture(Report report, String municipality) {
        List<String> header = List.of(
                "市町村",
                "避難所数",
                "避難者数",
                "軽症",
                "中等症",
                "重症",
                "心肺停止",
                "死亡",
                "人的被害 分類未確定",
                "全壊",
                "大規模半壊",
                "半壊",
                "一部破損",
                "住家被害 分類未確定",
                "停電（戸）",
                "断水（戸）",
                "給水所数",
                "備考");
        List<String> row = new ArrayList<>(List.of(
                municipality,
                Integer.toString(report.openShelters()),
                Integer.toString(report.sum().inside())));
        while (row.size() < header.size() - 1) {
            row.add("");
        }
        row.add(TIME.format(report.at()) + " 時点" + (report.disaster().drill() ? "（訓練）" : ""));
        return new Table("県への報告", "人的被害等の状況", header, List.of(row));
    }

    /// Source: EEI 第1.1版 (内閣府, 2025-06), item 21 避難所.
    public static Table eei(Report report, String code) {
        List<String> header = List.of(
                "全国共通避難所・避難場所ID",
                "地方公共団体コード",
                "避難所名",
                "開設状況",
                "避難者数(総数)",
                "避難者数(男)",
                "避難者数(女)",
                "開設日時",
                "閉鎖日時",
                "開設理由",
                "定員状況",
                "必要な人的支援",
                "飲料水",
                "トイレ",
                "物資",
                "時点");
        List<List<String>> rows =
                report.lines().stream().map(line -> eeiRow(line, report, code)).toList();
        return new Table("EEI避難所", "EEI項目21 避難所", header, rows);
    }

    private static List<String> eeiRow(Report.Line line, Report report, String code) {
        var times = line.opening().times();
        Counts counts = line.counts();
        boolean closed = line.state() == OpeningState.CLOSED;
        return Stream.of(
                        line.shelter().ids().main(),
                        code,
                        line.shelter().name(),
                        line.eei(),
                        line.isCounted() || closed ? counts.inside() : null,
                        line.isCounted() ? counts.sex(Sex.M) : null,
                        line.isCounted() ? counts.sex(Sex.F) : null,
                        time(times.openedAt()),
                        closed ? time(times.closedAt()) : null,
                        line.opening().reason(),
                        capacity(line),
                        needs(counts),
                        missing(line, Supplies.WATER),
                        missing(line, Supplies.TOILETS),
                        others(line),
                        TIME.format(report.at()))
                .map(Forms::text)
                .toList();
    }

    private static @Nullable String capacity(Report.Line line) {
        Integer capacity = line.shelter().capacity();
        return capacity == null ? "定員未登録" : line.counts().registered() + "／" + capacity;
    }

    private static String needs(Counts counts) {
        return Stream.of(Need.values())
                .filter(counts.needs()::containsKey)
                .map(need -> need.label() + counts.needs().get(need))
                .collect(Collectors.joining("、"));
    }

    private static @Nullable String missing(Report.Line line, String item) {
        return line.supplies().stream()
                .filter(each -> each.item().name().equals(item) && each.missing() != null)
                .map(each -> each.isShort() ? "不足 " + amount(each) : "足りている")
                .findFirst()
                .orElse(null);
    }

    private static String others(Report.Line line) {
        return line.supplies().stream()
                .filter(Supplies.Line::isShort)
                .filter(each -> !List.of(Supplies.WATER, Supplies.TOILETS)
                        .contains(each.item().name()))
                .map(each -> each.item().name() + amount(each))
                .collect(Collectors.joining("、"));
    }

    private static String amount(Supplies.Line line) {
        return line.item().amount(line.missingText());
    }

    /// What a screen has room for.
    public static Table brief(Report report) {
        List<String> header = List.of(
                "避難所",
                "状態",
                "中の人",
                "名前がまだ",
                "世帯",
                "男",
                "女",
                "性別不明",
                "14歳以下",
                "65歳以上",
                "年齢不明",
                "一時外出",
                "所在不明",
                "在宅・車中泊など",
                "配慮が要る人");
        List<List<String>> rows = report.lines().stream().map(Forms::briefRow).toList();
        return new Table("避難所別の人数", "避難所別の人数", header, rows);
    }

    private static List<String> briefRow(Report.Line line) {
        Counts counts = line.counts();
        String needs = needs(counts);
        return Stream.of(
                        line.shelter().name(),
                        line.state() == null ? "未開設" : line.state().label(),
                        counts.inside(),
                        counts.unnamed(),
                        counts.households(),
                        counts.sex(Sex.M),
                        counts.sex(Sex.F),
                        counts.unknownSex(),
                        counts.ages(Counts.AgeBand.INFANT, Counts.AgeBand.CHILD),
                        counts.ages(Counts.AgeBand.OLDER, Counts.AgeBand.OLDEST),
                        counts.unknownAge(),
                        counts.out(),
                        counts.unaccounted(),
                        counts.outsideAll(),
                        needs.isEmpty() ? "−" : needs)
                .map(Forms::text)
                .toList();
    }

    /// By shelter: sex, age, needs, households, those outside.
    public static Table byShelter(Report report) {
        List<String> header = new ArrayList<>(List.of("避難所", "状態", "中の人", "名前がまだ", "世帯", "男", "女", "答えたくない", "性別不明"));
        Stream.of(Counts.AgeBand.values()).map(Counts.AgeBand::label).forEach(header::add);
        header.addAll(List.of("年齢不明", "一時外出", "所在不明・退所見込"));
        Stream.of(Stay.values())
                .filter(stay -> stay != Stay.INSIDE)
                .map(Stay::label)
                .forEach(header::add);
        Stream.of(Need.values()).map(Need::label).forEach(header::add);
        header.add("1食の数");
        List<List<String>> rows = report.lines().stream().map(Forms::shelterRow).toList();
        return new Table("避難所別の人数", "避難所別の人数", header, rows);
    }

    private static List<String> shelterRow(Report.Line line) {
        Counts counts = line.counts();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(line.shelter().name());
        cells.add(line.state() == null ? "未開設" : line.state().label());
        cells.add(counts.inside());
        cells.add(counts.unnamed());
        cells.add(counts.households());
        cells.add(counts.sex(Sex.M));
        cells.add(counts.sex(Sex.F));
        cells.add(counts.sex(Sex.X));
        cells.add(counts.unknownSex());
        boolean noAge = counts.inside() > 0 && counts.ages().isEmpty();
        for (Counts.AgeBand band : Counts.AgeBand.values()) {
            cells.add(noAge ? null : counts.ages().getOrDefault(band, 0));
        }
        cells.add(counts.unknownAge());
        cells.add(counts.out());
        cells.add(counts.unaccounted());
        for (Stay stay : Stay.values()) {
            if (stay != Stay.INSIDE) {
                cells.add(counts.outside().getOrDefault(stay, 0));
            }
        }
        for (Need need : Need.values()) {
            cells.add(counts.needs().get(need));
        }
        cells.add(line.meals().all());
        return cells.stream().map(Forms::text).toList();
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
