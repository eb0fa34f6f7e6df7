package town.machi.shelter.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Food;

/// What so many people need for a day, beside what is there. What nobody counted is not known, which is not 0.
public final class Supplies {

    public static final String TOILETS = "トイレ";
    public static final String WATER = "飲料水";
    public static final String FOOD = "食料";
    public static final String BLANKETS = "毛布";

    static final String UNCOUNTED = "未登録";
    static final String UNKNOWN = "不明";

    /// What the shelter itself asked for.
    static final Basis ASKED = new Basis("避難所からの求め", "");

    /// What is there, and nobody needs.
    static final Basis NONE = new Basis("", "");

    private static final Basis FOR_TOILETS = new Basis("50人に1基（長引けば20人に1基）", "避難所におけるトイレの確保・管理ガイドライン（内閣府）");
    private static final Basis FOR_WATER = new Basis("1人1日3L（1日分）", "内閣府 防災情報（1人1日3Lの飲料水）");
    private static final Basis FOR_FOOD = new Basis("1人3食（1日分）", "受付の名簿");
    private static final Basis FOR_A_PART = new Basis("その人に3食（食料の内）", "受付の名簿");
    private static final Basis FOR_MILK = new Basis("ミルクの人の数、1日分", "受付の名簿");
    private static final Basis FOR_BLANKETS = new Basis("1人1枚", "目安（国の基準はありません）");

    private static final int PEOPLE_FOR_A_TOILET = 50;
    private static final int LITRES_A_DAY = 3;
    private static final int MEALS_A_DAY = 3;

    private Supplies() {}

    /// Where a number needed comes from.
    ///
    /// @param source of the rule
    public record Basis(String rule, String source) {}

    /// The last that somebody noted of a thing in a shelter.
    ///
    /// @param onHand null: not known
    /// @param countedAt when somebody said so; null: nobody has
    /// @param needed asked for by the shelter itself; null: as many as the rule says, or nothing
    public record Note(
            String item,
            String unit,
            @Nullable Integer onHand,
            @Nullable Instant countedAt,
            @Nullable Integer needed) {}

    /// @param unit of all numbers of the thing
    public record Item(String name, String unit) {

        /// 「6以上」 as 「6食以上」; a word stays as it is.
        public String amount(String number) {
            int digits = (int) number.chars().takeWhile(Character::isDigit).count();
            return digits == 0 ? number : number.substring(0, digits) + unit + number.substring(digits);
        }
    }

    static String number(int number, boolean atLeast) {
        return number + (atLeast ? "以上" : "");
    }

    /// One line of what is needed.
    ///
    /// @param needed null: nobody asked for it, and no rule does
    /// @param atLeast some are inside of whom nobody knows what they can eat
    /// @param onHand null where nobody counted what is there
    public record Line(
            Item item,
            @Nullable Integer needed,
            boolean atLeast,
            @Nullable Integer onHand,
            @Nullable Instant countedAt,
            Basis basis) {

        /// Null where it is not known.
        public @Nullable Integer missing() {
            if (needed == null || (needed > 0 && onHand == null)) {
                return null;
            }
            int more = Math.max(0, needed - (onHand == null ? 0 : onHand));
            return atLeast && more == 0 ? null : more;
        }

        /// A number alone, for a column that has its unit beside it.
        public String neededText() {
            return needed == null ? "" : number(needed, atLeast);
        }

        public String onHandText() {
            return onHand == null ? UNCOUNTED : onHand.toString();
        }

        public String missingText() {
            Integer missing = missing();
            return needed == null ? "" : missing == null ? UNKNOWN : number(missing, atLeast);
        }

        public boolean isShort() {
            Integer missing = missing();
            return missing != null && missing > 0;
        }
    }

    /// @param people inside and out for a while
    /// @param toilets in the building; null: not known
    public static List<Line> of(int people, @Nullable Integer toilets, Meals meals, Map<String, Note> notes) {
        var lines = new Lines(new LinkedHashMap<>(notes));
        int seats = (people + PEOPLE_FOR_A_TOILET - 1) / PEOPLE_FOR_A_TOILET;
        lines.add(new Item(TOILETS, "基"), seats, false, FOR_TOILETS, toilets);
        lines.add(new Item(WATER, "L"), people * LITRES_A_DAY, false, FOR_WATER, null);
        lines.add(new Item(FOOD, "食"), (meals.all() - meals.of(Food.MILK)) * MEALS_A_DAY, false, FOR_FOOD, null);
        addParts(lines, meals);
        lines.add(new Item(BLANKETS, "枚"), people, false, FOR_BLANKETS, null);
        return lines.withTheRest();
    }

    /// What has to be other food; of those without a name nobody knows it.
    private static void addParts(Lines lines, Meals meals) {
        boolean atLeast = meals.unnamed() > 0;
        Stream.of(Food.SOFT, Food.PASTE).filter(food -> meals.of(food) > 0).forEach(food -> {
            lines.add(new Item(food.label(), "食"), meals.of(food) * MEALS_A_DAY, atLeast, FOR_A_PART, null);
        });
        new TreeMap<>(meals.byAllergy()).forEach((allergy, people) -> {
            lines.add(new Item(allergy + "なしの食事", "食"), people * MEALS_A_DAY, atLeast, FOR_A_PART, null);
        });
        if (meals.of(Food.MILK) > 0) {
            lines.add(new Item(Food.MILK.label(), "人分"), meals.of(Food.MILK), atLeast, FOR_MILK, null);
        }
    }

    /// The lines so far, and the notes that no line has taken yet.
    private record Lines(List<Line> list, Map<String, Note> notes) {

        Lines(Map<String, Note> notes) {
            this(new ArrayList<>(), notes);
        }

        /// What was counted holds, then what the list of the shelters says.
        void add(Item item, int needed, boolean atLeast, Basis basis, @Nullable Integer registered) {
            Note note = notes.remove(item.name());
            if (note == null) {
                list.add(new Line(item, needed, atLeast, registered, null, basis));
                return;
            }
            Integer onHand = note.countedAt() == null ? registered : note.onHand();
            Integer asked = note.needed();
            list.add(
                    asked == null
                            ? new Line(item, needed, atLeast, onHand, note.countedAt(), basis)
                            : new Line(item, asked, false, onHand, note.countedAt(), ASKED));
        }

        List<Line> withTheRest() {
            notes.values().stream()
                    .filter(note -> note.onHand() != null || note.needed() != null)
                    .forEach(note -> list.add(new Line(
                            new Item(note.item(), note.unit()),
                            note.needed(),
                            false,
                            note.onHand(),
                            note.countedAt(),
                            note.needed() == null ? NONE : ASKED)));
            return list;
        }
    }
}
