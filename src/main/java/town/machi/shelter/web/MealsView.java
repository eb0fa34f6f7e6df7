package town.machi.shelter.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.shelter.Disaster;
import town.machi.shelter.report.MealTable;
import town.machi.shelter.report.MealTimes;
import town.machi.shelter.report.MealTimes.Meal;
import town.machi.shelter.report.MealTimes.Round;
import town.machi.shelter.report.Report;
import town.machi.shelter.report.Reports;
import town.machi.shelter.report.Timeline;

/// Puts the page of the meals together.
@Component
class MealsView {

    private final Reports reports;
    private final Headquarters headquarters;

    MealsView(Reports reports, Headquarters headquarters) {
        this.reports = reports;
        this.headquarters = headquarters;
    }

    MealsPage page(Disaster disaster) {
        Instant now = headquarters.clock().instant();
        Report report = reports.at(disaster, now);
        String setting = headquarters.mealCutoffs();
        MealTimes times = MealTimes.of(setting == null ? "" : setting);
        List<String> unreadable = Stream.of(Meal.values())
                .filter(meal -> setting != null && !times.cutoffs().containsKey(meal))
                .map(Meal::label)
                .toList();
        List<Round> open = disaster.closedAt() != null
                ? List.of()
                : Stream.of(Meal.values())
                        .flatMap(meal -> times.open(meal, now).stream())
                        .sorted(Comparator.comparing(Round::cutoff))
                        .toList();
        List<Timeline.RollCall> calls = reports.timeline(report).rollCalls();
        return new MealsPage(
                disaster,
                MealTable.sum(report),
                MealTable.of(report, calls),
                MealTable.doubts(report, calls),
                setting,
                unreadable,
                open,
                closed(report, times));
    }

    /// Those that were ordered while this was going on.
    private List<MealsPage.Ordered> closed(Report now, MealTimes times) {
        List<MealsPage.Ordered> closed = new ArrayList<>();
        for (Meal meal : Meal.values()) {
            times.closed(meal, now.at())
                    .filter(round -> round.cutoff().isAfter(now.disaster().startedAt()))
                    .ifPresent(round -> closed.add(ordered(round, now)));
        }
        closed.sort(
                Comparator.comparing((MealsPage.Ordered each) -> each.round().cutoff())
                        .reversed());
        return closed;
    }

    private MealsPage.Ordered ordered(Round round, Report now) {
        Report then = reports.at(now.disaster(), round.cutoff());
        int portions = MealTable.sum(then);
        return new MealsPage.Ordered(round, portions, MealTable.changes(then, now), MealTable.sum(now) - portions);
    }
}
