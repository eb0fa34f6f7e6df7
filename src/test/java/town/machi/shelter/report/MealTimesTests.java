package town.machi.shelter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.machi.shelter.report.MealTimes.Meal;
import town.machi.shelter.report.MealTimes.Round;

@DisplayName("食数の締切")
class MealTimesTests {

    private static final MealTimes TIMES = MealTimes.of("翌朝 18:00 昼 9:00 夕 14:00");
    private static final Instant THREE_IN_THE_AFTERNOON = Instant.parse("2026-07-29T06:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"翌朝 18:00 昼 9:00 夕 14:00", "翌朝は１８：００、昼は９時、夕は14時00分", "昼9:00/夕 14:00/翌朝18時"})
    @DisplayName("書き方が少し違っても読める")
    void readsHowPeopleWriteIt(String text) {
        assertThat(MealTimes.of(text).cutoffs())
                .isEqualTo(Map.of(
                        Meal.BREAKFAST,
                        LocalTime.of(18, 0),
                        Meal.LUNCH,
                        LocalTime.of(9, 0),
                        Meal.DINNER,
                        LocalTime.of(14, 0)));
    }

    @Test
    @DisplayName("読めない締切は、ないものとする。思いつきの時刻にはしない")
    void whatCannotBeReadIsNotGuessed() {
        assertThat(MealTimes.of("昼 25:00 夕はそのつど").cutoffs()).isEmpty();
        assertThat(MealTimes.of("").closed(Meal.LUNCH, THREE_IN_THE_AFTERNOON)).isEmpty();
    }

    @Test
    @DisplayName("午後三時には、今日の昼と夕は締め切られ、翌朝は午後六時まで変えられる")
    void atThreeInTheAfternoon() {
        assertThat(TIMES.closed(Meal.LUNCH, THREE_IN_THE_AFTERNOON).orElseThrow())
                .isEqualTo(new Round(Meal.LUNCH, Instant.parse("2026-07-29T00:00:00Z")));
        Round breakfast = TIMES.open(Meal.BREAKFAST, THREE_IN_THE_AFTERNOON).orElseThrow();
        assertThat(breakfast.cutoff()).isEqualTo("2026-07-29T09:00:00Z");
        assertThat(breakfast.day()).as("eaten the next day").isEqualTo(LocalDate.of(2026, 7, 30));
        assertThat(TIMES.open(Meal.DINNER, THREE_IN_THE_AFTERNOON).orElseThrow().day())
                .isEqualTo(LocalDate.of(2026, 7, 30));
    }

    @Test
    @DisplayName("ちょうど締切の時刻には、もう締め切られている")
    void theVeryMoment() {
        Instant noon = Instant.parse("2026-07-29T05:00:00Z");
        assertThat(TIMES.closed(Meal.DINNER, noon).orElseThrow().cutoff()).isEqualTo(noon);
    }
}
