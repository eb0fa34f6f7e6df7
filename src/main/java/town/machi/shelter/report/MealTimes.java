package town.machi.shelter.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import town.machi.kernel.BusinessCalendar;

/// Until when changes count for which meal, as the town's setting says it: `翌朝 18:00 昼 9:00 夕 14:00`.
///
/// @param cutoffs the time of day for each; a meal without one has no cut-off
public record MealTimes(Map<Meal, LocalTime> cutoffs) {

    /// A meal of the day, and what the setting calls it.
    public enum Meal {
        BREAKFAST("翌朝", "朝", 1),
        LUNCH("昼", "昼", 0),
        DINNER("夕", "夕", 0);

        private final String word;
        private final String label;
        private final int daysAfter;

        Meal(String word, String label, int daysAfter) {
            this.word = word;
            this.label = label;
            this.daysAfter = daysAfter;
        }

        /// 朝
        public String label() {
            return label;
        }
    }

    /// One meal that is ordered.
    ///
    /// @param cutoff what is on the list by then is ordered
    public record Round(Meal meal, Instant cutoff) {

        /// When it is eaten: a breakfast is ordered the day before.
        public LocalDate day() {
            return LocalDate.ofInstant(cutoff, BusinessCalendar.TOKYO).plusDays(meal.daysAfter);
        }
    }

    /// Reads what the town wrote; a meal whose time cannot be read has none.
    public static MealTimes of(String text) {
        Map<Meal, LocalTime> cutoffs = new EnumMap<>(Meal.class);
        for (Meal meal : Meal.values()) {
            WrittenTimes.after(meal.word, text).ifPresent(time -> cutoffs.put(meal, time));
        }
        return new MealTimes(Map.copyOf(cutoffs));
    }

    /// The one whose cut-off is the last that has passed.
    public Optional<Round> closed(Meal meal, Instant now) {
        return Optional.ofNullable(cutoffs.get(meal)).map(time -> {
            ZonedDateTime today = now.atZone(BusinessCalendar.TOKYO).with(time);
            return new Round(meal, (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant());
        });
    }

    /// The one for which changes still count.
    public Optional<Round> open(Meal meal, Instant now) {
        return closed(meal, now)
                .map(last -> new Round(
                        meal,
                        last.cutoff().atZone(BusinessCalendar.TOKYO).plusDays(1).toInstant()));
    }
}
