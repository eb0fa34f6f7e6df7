package town.machi.shelter.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.BusinessCalendar;
import town.machi.shelter.Food;
import town.machi.shelter.Stay;

/// The portions of one meal, shelter by shelter, for the kitchen.
public final class MealTable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M/d HH:mm").withZone(BusinessCalendar.TOKYO);
    private static final Meals NOTHING = Meals.of(List.of(), List.of());

    private MealTable() {}

    /// What there is a column for: a place outside and an allergy only where anybody has it.
    private record Columns(List<Stay> outside, SortedSet<String> allergies) {

        static Columns of(List<Report.Line> lines) {
            List<Stay> outside = Stream.of(Stay.values())
                    .filter(stay -> lines.stream()
                            .anyMatch(line -> line.meals().outside().containsKey(stay)))
                    .toList();
            SortedSet<String> allergies = lines.stream()
                    .flatMap(line -> line.meals().byAllergy().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Columns(outside, allergies);
        }

        List<String> header() {
            List<String> header = new ArrayList<>(List.of("避難所", "最後の点呼", "食数"));
            Stream.of(Food.values()).map(Food::label).forEach(header::add);
            outside.forEach(stay -> header.add("うち" + stay.label()));
            allergies.forEach(allergy -> header.add(allergy + "なし"));
            header.add("聞いていない人");
            return header;
        }

        List<Integer> numbers(Meals meals) {
            List<Integer> numbers = new ArrayList<>(List.of(meals.all()));
            Stream.of(Food.values()).map(meals::of).forEach(numbers::add);
            outside.forEach(stay -> numbers.add(meals.outside().getOrDefault(stay, 0)));
            allergies.forEach(allergy -> numbers.add(meals.byAllergy().getOrDefault(allergy, 0)));
            numbers.add(meals.asked());
            return numbers;
        }
    }

    /// @param calls the roll calls until then
    public static Forms.Table of(Report report, List<Timeline.RollCall> calls) {
        List<Report.Line> lines = lines(report);
        Columns columns = Columns.of(lines);
        Map<UUID, Timeline.RollCall> last = last(calls);
        List<List<String>> rows = new ArrayList<>();
        List<List<Integer>> all = new ArrayList<>(List.of(columns.numbers(NOTHING)));
        for (Report.Line line : lines) {
            Timeline.RollCall called = last.get(line.opening().id().value());
            List<Integer> numbers = columns.numbers(line.meals());
            rows.add(row(line.shelter().name(), words(called), numbers));
            all.add(numbers);
        }
        rows.add(row("計", "", sums(all)));
        return new Forms.Table("食数", "食数", columns.header(), rows);
    }

    private static Map<UUID, Timeline.RollCall> last(List<Timeline.RollCall> calls) {
        return calls.stream()
                .collect(Collectors.toMap(
                        Timeline.RollCall::opening,
                        call -> call,
                        (one, other) -> one.at().isAfter(other.at()) ? one : other));
    }

    private static String words(Timeline.@Nullable RollCall call) {
        return call == null ? "点呼なし" : TIME.format(call.at()) + "（" + call.heads() + "人）";
    }

    /// Where the last roll call saw fewer than the list has now: so many portions may be too many.
    public static List<String> doubts(Report report, List<Timeline.RollCall> calls) {
        Map<UUID, Timeline.RollCall> last = last(calls);
        List<String> doubts = new ArrayList<>();
        for (Report.Line line : lines(report)) {
            Timeline.RollCall call = last.get(line.opening().id().value());
            int list = line.counts().heads();
            if (call != null && call.heads() < list) {
                doubts.add(line.shelter().name() + "　" + TIME.format(call.at()) + "の点呼で見えた人 " + call.heads()
                        + "人、いまの名簿 " + list + "人（" + (list - call.heads()) + "食多いかもしれません）");
            }
        }
        return doubts;
    }

    private static List<Report.Line> lines(Report report) {
        return report.lines().stream()
                .filter(line -> line.isOpen() || line.meals().all() > 0)
                .toList();
    }

    private static List<String> row(String name, String called, List<Integer> numbers) {
        return Stream.concat(Stream.of(name, called), numbers.stream().map(String::valueOf))
                .toList();
    }

    private static List<Integer> sums(List<List<Integer>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .mapToObj(
                        column -> rows.stream().mapToInt(row -> row.get(column)).sum())
                .toList();
    }

    /// How many portions in all.
    public static int sum(Report report) {
        return lines(report).stream().mapToInt(line -> line.meals().all()).sum();
    }

    /// What is different now from what was ordered: a sentence for each shelter where anything is.
    public static List<String> changes(Report ordered, Report now) {
        Map<UUID, Meals> before = ordered.lines().stream()
                .collect(Collectors.toMap(line -> line.opening().id().value(), Report.Line::meals));
        List<String> changes = new ArrayList<>();
        for (Report.Line line : now.lines()) {
            Meals old = before.getOrDefault(line.opening().id().value(), NOTHING);
            String difference = difference(old, line.meals());
            if (!difference.isEmpty()) {
                changes.add(line.shelter().name() + "　" + difference);
            }
        }
        return changes;
    }

    private static String difference(Meals old, Meals now) {
        List<String> parts = new ArrayList<>();
        add(parts, "食数", now.all() - old.all());
        for (Food food : Food.values()) {
            add(parts, food.label(), now.of(food) - old.of(food));
        }
        SortedSet<String> allergies = new TreeSet<>(old.byAllergy().keySet());
        allergies.addAll(now.byAllergy().keySet());
        for (String allergy : allergies) {
            int more =
                    now.byAllergy().getOrDefault(allergy, 0) - old.byAllergy().getOrDefault(allergy, 0);
            add(parts, allergy + "なし", more);
        }
        return String.join("、", parts);
    }

    private static void add(List<String> parts, String word, int more) {
        if (more != 0) {
            parts.add(word + (more > 0 ? " +" : " −") + Math.abs(more));
        }
    }
}
