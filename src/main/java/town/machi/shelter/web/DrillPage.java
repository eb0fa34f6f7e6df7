package town.machi.shelter.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import town.machi.shell.Template;
import town.machi.shelter.Disaster;
import town.machi.shelter.Happening;
import town.machi.shelter.jdbc.ReportRows.BrokenOff;
import town.machi.shelter.report.DrillReport;

/// How a drill went.
///
/// @param places opening → name of its shelter
/// @param desks desk → its number
/// @param brokenOff its openings that the real thing ended
record DrillPage(
        Disaster drill,
        DrillReport report,
        Map<UUID, String> places,
        Map<UUID, Integer> desks,
        List<BrokenOff> brokenOff)
        implements Template {

    /// The desk under which the office writes into the log.
    private static final UUID OFFICE = new UUID(0, 0);

    String path() {
        return "/office/shelters/reports/" + drill.id() + "/drill";
    }

    String brokenFor() {
        return new OverviewPage.Beside(brokenOff, List.of()).brokenFor();
    }

    /// The point of the table, for its heading: of the ways that leave a name, where one was measured.
    String point() {
        return report.ways().stream()
                .filter(way -> way.seconds() != null)
                .min(Comparator.comparing((DrillReport.Way way) -> way.way() == DrillReport.WayIn.COUNTED)
                        .thenComparingDouble(DrillPage::perPerson))
                .map(way -> "いちばん速いのは「" + way.way().label() + "」：一人 " + seconds(perPerson(way)) + "秒")
                .orElse("一人あたりの秒数は、まだ計られていません");
    }

    private static double perPerson(DrillReport.Way way) {
        var seconds = way.seconds();
        return seconds == null ? Double.MAX_VALUE : seconds.perPerson();
    }

    /// A bar as long as the seconds, of a hundred.
    int share(DrillReport.Way way) {
        double most = report.ways().stream()
                .filter(each -> each.seconds() != null)
                .mapToDouble(DrillPage::perPerson)
                .max()
                .orElse(1);
        return way.seconds() == null || most <= 0 ? 0 : (int) Math.round(100 * perPerson(way) / most);
    }

    String place(UUID opening) {
        return places.getOrDefault(opening, "（なくなった避難所）");
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    String deskName(UUID desk) {
        return desk(desk, desks);
    }

    static String desk(UUID desk, Map<UUID, Integer> desks) {
        Integer number = desks.get(desk);
        return desk.equals(OFFICE) ? "本部" : number == null ? "受付" : "受付" + number;
    }

    static String label(Happening.Kind kind) {
        return switch (kind) {
            case ARRIVED -> "入所（名前あり）";
            case COUNTED -> "入所（人数だけ）";
            case NOTED -> "書き足し";
            case LEFT, PLACES_LEFT -> "退所";
            case OUT -> "一時外出";
            case BACK -> "戻り";
            case ROLL_CALL -> "点呼";
            case CORRECTED, SAME, SETTLED -> "職員の確かめ";
        };
    }
}
