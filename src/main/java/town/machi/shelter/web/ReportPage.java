package town.machi.shelter.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import town.machi.shell.Template;
import town.machi.shelter.report.DayAndNight;
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
        List<DayAndNight.Day> days,
        Map<UUID, String> names,
        List<Link> times,
        boolean watch)
        implements Template {

    /// @param href the same page at another time
    record Link(String href, String label) {}

    /// Roll calls of the same minute as one line.
    ///
    /// @param where the shelter, or how many
    record Call(Instant at, String where, int heads, int list, int notFound) {}

    List<Call> calls() {
        Map<Instant, List<Timeline.RollCall>> byTime = timeline.rollCalls().stream()
                .collect(Collectors.groupingBy(
                        call -> call.at().truncatedTo(ChronoUnit.MINUTES), TreeMap::new, Collectors.toList()));
        return byTime.entrySet().stream()
                .map(entry -> call(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Call call(Instant at, List<Timeline.RollCall> calls) {
        String where = calls.size() == 1 ? names.getOrDefault(calls.getFirst().opening(), "") : calls.size() + "か所";
        return new Call(
                at,
                where,
                calls.stream().mapToInt(Timeline.RollCall::heads).sum(),
                calls.stream().mapToInt(Timeline.RollCall::list).sum(),
                calls.stream().mapToInt(Timeline.RollCall::notFound).sum());
    }

    String path() {
        return "/office/shelters/reports/" + report.disaster().id();
    }

    /// The chart says its point.
    String point() {
        return "いちばん多いときで " + chart.most() + "人、" + "この時点では " + report.sum().inside() + "人";
    }
}
