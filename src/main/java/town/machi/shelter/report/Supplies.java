package town.machi.shelter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What so many people need, beside what is there.
public final class Supplies {

    /// Toilets: 1 for 50 people at first, 1 for 20 later. Source: 避難所におけるトイレの確保・管理ガイドライン (内閣府).
    static final int PEOPLE_FOR_A_TOILET = 50;

    /// Litres a day. Source: 内閣府, 3 litres of drinking water for each person and day.
    static final int LITRES_A_DAY = 3;

    private Supplies() {}

    /// What somebody noted of a shelter.
    ///
    /// @param onHand null: nobody counted it
    /// @param needed asked for by the shelter itself; null: as many as the rule says, or nothing
    public record Note(
            String item,
            String unit,
            @Nullable Integer onHand,
            @Nullable Integer needed) {}

    /// One line of what is needed.
    ///
    /// @param rule where the number needed comes from; empty: the shelter asked for it
    /// @param missing null where nobody counted what is there
    public record Line(
            String item,
            String unit,
            int needed,
            @Nullable Integer onHand,
            @Nullable Integer missing,
            String rule) {

        static Line of(String item, String unit, int needed, @Nullable Integer onHand, String rule) {
            Integer missing = onHand == null ? null : Math.max(0, needed - onHand);
            return new Line(item, unit, needed, onHand, missing, rule);
        }
    }

    /// @param people inside and out for a while
    /// @param toilets in the building; null: not known
    public static List<Line> of(int people, @Nullable Integer toilets, Meals meals, Map<String, Note> notes) {
        List<Line> lines = new ArrayList<>();
        int seats = (people + PEOPLE_FOR_A_TOILET - 1) / PEOPLE_FOR_A_TOILET;
        Integer more = onHand(notes, "仮設トイレ");
        Integer there = toilets == null && more == null ? null : orZero(toilets) + orZero(more);
        lines.add(Line.of("トイレ", "基", seats, there, PEOPLE_FOR_A_TOILET + "人に1基"));
        lines.add(Line.of("飲料水", "L", people * LITRES_A_DAY, onHand(notes, "飲料水"), "1人1日" + LITRES_A_DAY + "L（1日分）"));
        lines.add(Line.of("食料", "食", meals.all() * 3, onHand(notes, "食料"), "1人3食（1日分）"));
        lines.add(Line.of("毛布", "枚", people, onHand(notes, "毛布"), "1人1枚"));
        notes.values().stream()
                .filter(note -> note.needed() != null)
                .forEach(
                        note -> lines.add(Line.of(note.item(), note.unit(), orZero(note.needed()), note.onHand(), "")));
        return lines;
    }

    private static @Nullable Integer onHand(Map<String, Note> notes, String item) {
        Note note = notes.get(item);
        return note == null ? null : note.onHand();
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
