package town.machi.shelter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import town.machi.kernel.BusinessCalendar;
import town.machi.shelter.report.DrillReport;

/// The report of a drill as one table: a row for each number. What nobody measured is empty.
record DrillSheet(DrillReport report, Map<UUID, String> places, Map<UUID, Integer> desks) {

    static final List<String> HEADER =
            List.of("区分", "項目", "回数", "人数", "計った人数", "一人あたり秒", "一回の秒（中央）", "一回の秒（最長）", "取り消し", "確かめ済み");

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        report.ways().forEach(way -> rows.add(row(way)));
        report.undone()
                .forEach(each -> rows.add(List.of(
                        "取り消し",
                        DrillPage.label(each.kind()),
                        number(each.count()),
                        "",
                        "",
                        "",
                        number(each.after()),
                        "",
                        "",
                        "")));
        report.conflicts()
                .forEach(each -> rows.add(List.of(
                        "食い違い",
                        each.kind().label(),
                        number(each.all()),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        number(each.settled()))));
        report.desks().forEach(each -> rows.add(row(each)));
        return rows;
    }

    private static List<String> row(DrillReport.Way way) {
        var seconds = way.seconds();
        return List.of(
                "受け付け方",
                way.way().label(),
                number(way.receptions()),
                number(way.people()),
                number(seconds == null ? 0 : seconds.people()),
                seconds == null ? "" : number(seconds.perPerson()),
                seconds == null ? "" : number(seconds.median()),
                seconds == null ? "" : number(seconds.slowest()),
                number(way.undone()),
                "");
    }

    private List<String> row(DrillReport.Desk desk) {
        String name = places.getOrDefault(desk.opening(), "") + " " + DrillPage.desk(desk.desk(), desks) + " "
                + desk.first().atZone(BusinessCalendar.TOKYO).toLocalTime().withNano(0) + "〜"
                + desk.last().atZone(BusinessCalendar.TOKYO).toLocalTime().withNano(0);
        return List.of("受付", name, number(desk.receptions()), number(desk.people()), "", "", "", "", "", "");
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
