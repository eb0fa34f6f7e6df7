package town.machi.water.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.document.EntryGroup;
import town.machi.document.WorkingPaper;
import town.machi.document.WorkingPaper.Column;
import town.machi.document.WorkingPaper.Part;
import town.machi.document.WorkingPapers;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;
import town.machi.kernel.Wareki;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.water.CrewDay;
import town.machi.water.CrewDays;
import town.machi.water.OrderKind;
import town.machi.water.OrderSheet;
import town.machi.water.SupplyPoint;

/// The papers that a crew takes along: the sheet of its day and the slip for a door that nobody opens.
@Component
public class CrewPapers {

    private static final List<Column> COLUMNS = List.of(
            new Column("順", 7),
            new Column("作業", 22),
            new Column("場所・使用者", 42),
            new Column("メーター・前回", 32),
            new Column("箱の場所・注意", 30),
            new Column("記入欄", 30));

    private final WorkingPapers papers;
    private final CrewDays days;
    private final Town town;
    private final Clock clock;

    CrewPapers(WorkingPapers papers, CrewDays days, Town town, Clock clock) {
        this.papers = papers;
        this.days = days;
        this.town = town;
        this.clock = clock;
    }

    /// @param sheets in driving order
    public byte[] daySheet(CrewDay on, List<OrderSheet> sheets) {
        String crew = days.nameOf(on.crew());
        List<List<String>> rows = new ArrayList<>();
        sheets.forEach(sheet -> rows.add(row(rows.size() + 1, sheet)));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Text(Wareki.format(on.day()) + "　" + crew + "　" + sheets.size() + "件"));
        if (rows.isEmpty()) {
            parts.add(new Part.Text("この日の作業票はありません。"));
        } else {
            parts.add(new Part.Table("", COLUMNS, rows));
        }
        parts.add(new Part.Notes(List.of(
                "順番は、役場から近い所へ近い所へと直線の距離で並べたものです。道の事情で替えてかまいません。",
                "開けたあと、蛇口を閉めてパイロットが止まっているかを見てください。回っていれば弁を閉めます。",
                "個人情報が載っています。終わったら持ち帰り、シュレッダーにかけてください。")));
        return papers.print(new WorkingPaper("水道 作業票一覧", List.of("印刷 " + Wareki.format(today())), parts));
    }

    private static List<String> row(int number, OrderSheet sheet) {
        SupplyPoint point = sheet.point();
        String last = point.meter()
                .last()
                .map(reading -> reading.cubicMetres() + " m³（" + Wareki.formatShort(reading.on()) + "）")
                .orElse("前回指針なし");
        return List.of(
                String.valueOf(number),
                sheet.task() + (sheet.presence() ? "\n立会い" : ""),
                point.site().oneLine() + "\n" + sheet.who().name()
                        + (sheet.who().phone().isEmpty()
                                ? ""
                                : "\n" + sheet.who().phone()),
                orNone(point.meter().number()) + "\n口径 " + point.meter().calibreMillimetres() + " mm\n" + last,
                notices(sheet),
                sheet.isDone()
                        ? "済み"
                        : "指針　　　　　\n□開　□閉\n" + (sheet.order().kind() == OrderKind.OPEN ? "□パイロット" : "□写真"));
    }

    /// Where the box is, and that somebody was there before.
    private static String notices(OrderSheet sheet) {
        String before = sheet.visits().isEmpty() ? "" : sheet.visits().size() + "回目の訪問のあと";
        return Stream.of(sheet.box().words(), before)
                .filter(words -> !words.isEmpty())
                .reduce((one, next) -> one + "\n" + next)
                .orElse("　");
    }

    /// 不在票, for one door.
    public byte[] slip(OrderSheet sheet) {
        Section section = town.findSection(new SectionId("water")).orElse(null);
        String telephone = section == null || section.telephone().isEmpty() ? "（未設定）" : section.telephone();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.To(List.of(sheet.who().name() + "　様")));
        parts.add(new Part.Text(sentence(sheet)));
        parts.add(new Part.Fields(new EntryGroup(
                "",
                List.of(
                        EntryGroup.Entry.of("伺った日時", Wareki.format(today()) + "　　　　時　　　分ごろ"),
                        EntryGroup.Entry.of("作業", sheet.task()),
                        EntryGroup.Entry.of("場所", sheet.point().site().oneLine()),
                        EntryGroup.Entry.of(
                                "できなかった理由",
                                "□ お留守でした　　□ 門や扉に鍵がかかっていました\n□ メーターの箱の上に物がありました\n□ 開けると水がもれました\n□ その他（　　　　　　　　　　　　　　）"),
                        EntryGroup.Entry.of("今の水道", "□ 閉まっています　　□ 開いています"),
                        EntryGroup.Entry.of("受付番号", sheet.receipt().orElse("　"))))));
        parts.add(new Part.Text("お手数ですが、下の電話へご連絡ください。次に伺う日を決めます。"));
        parts.add(new Part.Fields(new EntryGroup(
                "連絡先",
                List.of(
                        EntryGroup.Entry.of("窓口", town.name() + "　" + (section == null ? "" : section.name())),
                        EntryGroup.Entry.of("電話", telephone)))));
        parts.add(new Part.Notes(List.of("町の職員は、身分証を持っています。その場で料金をいただくことはありません（先に電話で決めた場合を除きます）。")));
        return papers.print(new WorkingPaper("不在連絡票（水道）", List.of(Wareki.format(today())), parts));
    }

    private static String sentence(OrderSheet sheet) {
        return switch (sheet.order().kind()) {
            case OPEN -> "水道を開ける作業に伺いましたが、作業ができませんでした。";
            case CLOSE -> "水道を閉める作業に伺いましたが、作業ができませんでした。";
            case EXCHANGE -> "水道メーターの取替えに伺いましたが、作業ができませんでした。";
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "番号なし" : text;
    }
}
