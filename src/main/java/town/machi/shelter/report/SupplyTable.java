package town.machi.shelter.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.BusinessCalendar;
import town.machi.shelter.Food;
import town.machi.shelter.report.Supplies.Item;
import town.machi.shelter.report.Supplies.Line;

/// What all shelters need, have and lack, side by side. What one has too much of fills no other's need until somebody
/// brings it there.
///
/// @param shelters those that are open, and those where people are
/// @param items all that any of them has a line for
public record SupplyTable(Report report, List<Report.Line> shelters, List<Item> items) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M/d HH:mm").withZone(BusinessCalendar.TOKYO);
    private static final String ALL = "町の計";
    private static final String NAME = "物資";

    public static SupplyTable of(Report report) {
        List<Report.Line> shelters = report.lines().stream()
                .filter(line -> line.isOpen() || line.counts().registered() > 0)
                .toList();
        List<Item> items = shelters.stream()
                .flatMap(shelter -> shelter.supplies().stream())
                .map(Line::item)
                .distinct()
                .sorted(Comparator.comparingInt(SupplyTable::place).thenComparing(Item::name))
                .toList();
        return new SupplyTable(report, shelters, items);
    }

    /// Toilets, water, food and its parts, milk, blankets, then the rest.
    private static int place(Item item) {
        return switch (item.name()) {
            case Supplies.TOILETS -> 0;
            case Supplies.WATER -> 1;
            case Supplies.FOOD -> 2;
            case Supplies.BLANKETS -> 5;
            default -> item.unit().equals("食") ? 3 : item.name().equals(Food.MILK.label()) ? 4 : 6;
        };
    }

    /// One thing in all shelters.
    ///
    /// @param needed null: nobody asks for it
    /// @param onHand of those that counted; null: none did
    /// @param missing where it is known; null: nowhere
    /// @param atLeast more may be missing: where nobody counted, or of some nobody knows what they can eat
    /// @param uncounted shelters that need it and have not said what is there
    public record Sum(
            Item item,
            @Nullable Integer needed,
            boolean needsMore,
            @Nullable Integer onHand,
            @Nullable Integer missing,
            int uncounted,
            Supplies.Basis basis) {

        public String neededText() {
            return needed == null ? "" : Supplies.number(needed, needsMore);
        }

        public String onHandText() {
            return onHand == null ? Supplies.UNCOUNTED : Integer.toString(onHand);
        }

        /// Where some have not counted, what is missing is at least this; nothing at least is not known.
        public String missingText() {
            if (needed == null) {
                return "";
            }
            boolean open = needsMore || uncounted > 0;
            return missing == null || (open && missing == 0) ? Supplies.UNKNOWN : Supplies.number(missing, open);
        }
    }

    /// The town's sums, in the order of the items.
    public List<Sum> sums() {
        return items.stream().map(this::sum).toList();
    }

    private Sum sum(Item item) {
        List<Line> lines = shelters.stream()
                .flatMap(shelter -> line(shelter, item).stream())
                .toList();
        return new Sum(
                item,
                total(lines, Line::needed),
                lines.stream().anyMatch(Line::atLeast),
                total(lines, Line::onHand),
                total(lines, Line::missing),
                (int) lines.stream()
                        .filter(line -> line.onHand() == null && line.needed() != null && line.needed() > 0)
                        .count(),
                together(lines));
    }

    private static @Nullable Integer total(List<Line> lines, Function<Line, @Nullable Integer> column) {
        Integer sum = null;
        for (Line line : lines) {
            Integer number = column.apply(line);
            if (number != null) {
                sum = sum == null ? number : Integer.valueOf(sum + number);
            }
        }
        return sum;
    }

    /// The rule that all have in common.
    private static Supplies.Basis together(List<Line> lines) {
        List<Supplies.Basis> rules = lines.stream().map(Line::basis).distinct().toList();
        return rules.size() == 1 ? rules.getFirst() : new Supplies.Basis("避難所ごとの数の和", "");
    }

    private static Optional<Line> line(Report.Line shelter, Item item) {
        return shelter.supplies().stream()
                .filter(line -> line.item().equals(item))
                .findFirst();
    }

    /// What that shelter has a line for, in the order of the items.
    public List<Optional<Line>> lines(Report.Line shelter) {
        return items.stream().map(item -> line(shelter, item)).toList();
    }

    /// Of whom nobody knows what they can eat.
    public int unnamed() {
        return shelters.stream().mapToInt(shelter -> shelter.meals().unnamed()).sum();
    }

    public int silent() {
        return shelters.stream().mapToInt(shelter -> shelter.meals().silent()).sum();
    }

    /// A line for each thing of each shelter, then the town's.
    public Forms.Table file() {
        List<String> header =
                List.of("避難所", "品目", "単位", "要る数", "ある数", "足りない数", "数えた時刻", "数えていない避難所", "決め方", "根拠", "時点");
        String at = Forms.TIME.format(report.at()) + (report.disaster().drill() ? "（訓練）" : "");
        List<List<String>> rows = new ArrayList<>();
        for (Report.Line shelter : shelters) {
            for (Line line : shelter.supplies()) {
                rows.add(List.of(
                        shelter.shelter().name(),
                        line.item().name(),
                        line.item().unit(),
                        line.neededText(),
                        line.onHandText(),
                        line.missingText(),
                        line.countedAt() == null ? "" : Forms.TIME.format(line.countedAt()),
                        "",
                        line.basis().rule(),
                        line.basis().source(),
                        at));
            }
        }
        for (Sum sum : sums()) {
            rows.add(List.of(
                    ALL,
                    sum.item().name(),
                    sum.item().unit(),
                    sum.neededText(),
                    sum.onHandText(),
                    sum.missingText(),
                    "",
                    Integer.toString(sum.uncounted()),
                    sum.basis().rule(),
                    sum.basis().source(),
                    at));
        }
        return new Forms.Table(NAME, NAME, header, rows);
    }

    /// The town's sums first, then what each shelter lacks or has not counted.
    public Forms.Table paper() {
        List<String> header = List.of("避難所", "品目", "要る数", "ある数", "足りない数", "数えた時刻", "決め方", "根拠");
        List<List<String>> rows = new ArrayList<>();
        for (Sum sum : sums()) {
            String counted = sum.uncounted() == 0 ? "" : sum.uncounted() + "か所が未登録";
            rows.add(List.of(
                    ALL,
                    sum.item().name(),
                    sum.item().amount(sum.neededText()),
                    sum.item().amount(sum.onHandText()),
                    sum.item().amount(sum.missingText()),
                    counted,
                    sum.basis().rule(),
                    sum.basis().source()));
        }
        for (Report.Line shelter : shelters) {
            for (Line line : shelter.supplies()) {
                rows.add(List.of(
                        shelter.shelter().name(),
                        line.item().name(),
                        line.item().amount(line.neededText()),
                        line.item().amount(line.onHandText()),
                        line.item().amount(line.missingText()),
                        line.countedAt() == null ? "" : TIME.format(line.countedAt()),
                        line.basis().rule(),
                        line.basis().source()));
            }
        }
        return new Forms.Table(NAME, NAME + "（職員用）", header, rows);
    }
}
