package town.machi.shelter.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import town.machi.shell.Template;
import town.machi.shelter.report.Forms;
import town.machi.shelter.report.Report;
import town.machi.shelter.report.Timeline;

/// The numbers of a disaster at a time, the way there, and the tables that go upwards.
///
/// @param at as the box takes it: `2026-07-29T07:30`
/// @param watch whether it is drawn anew every few seconds
/// @param wrongTime whether the time that was typed could not be read
record ReportPage(
        Report report,
        String at,
        boolean wrongTime,
        Forms.Table table,
        Chart chart,
        Timeline timeline,
        Map<UUID, String> names,
        List<Link> times,
        boolean watch)
        implements Template {

    /// @param href the same page at another time
    record Link(String href, String label) {}

    String path() {
        return "/office/shelters/reports/" + report.disaster().id();
    }

    /// The chart says its point.
    String point() {
        return "いちばん多いときで " + chart.most() + "人、" + "この時点では " + report.sum().inside() + "人";
    }
}
