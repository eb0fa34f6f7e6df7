package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("和暦と西暦")
class WarekiTests {

    @ParameterizedTest(name = "{0} は {1}")
    @DisplayName("改元の日は、新しい元号で書く")
    @CsvSource({
        "1873-01-01, 明治6年1月1日(水)",
        "1912-07-29, 明治45年7月29日(月)",
        "1912-07-30, 大正元年7月30日(火)",
        "1926-12-24, 大正15年12月24日(金)",
        "1926-12-25, 昭和元年12月25日(土)",
        "1989-01-07, 昭和64年1月7日(土)",
        "1989-01-08, 平成元年1月8日(日)",
        "2019-04-30, 平成31年4月30日(火)",
        "2019-05-01, 令和元年5月1日(水)",
        "2026-11-24, 令和8年11月24日(火)",
        "1872-12-31, 1872年12月31日(火)"
    })
    void formatsEachSideOfAnEra(LocalDate date, String written) {
        assertThat(Wareki.format(date)).isEqualTo(written);
    }

    @ParameterizedTest(name = "「{0}」")
    @DisplayName("令和8年11月24日を、どう書かれても読む")
    @ValueSource(
            strings = {
                "令和8年11月24日",
                "令和8年11月24日(火)",
                "令和8年11月24日（火曜日）",
                "令和８年１１月２４日",
                "令和八年十一月二十四日",
                "令和八年一一月二四日",
                " 令和 8年 11月 24日　",
                "令8.11.24",
                "R8.11.24",
                "r8/11/24",
                "R8-11-24",
                "Ｒ８．１１．２４",
                "㋿8年11月24日",
                "R08.11.24",
                "2026-11-24",
                "2026/11/24",
                "2026.11.24",
                "2026年11月24日",
                "西暦2026年11月24日",
                "２０２６／１１／２４",
                "２０２６ー１１ー２４",
                "2026−11−24",
                "20261124",
                "２０２６１１２４",
                "二〇二六年十一月二十四日"
            })
    void readsTheSameDay(String typed) {
        assertThat(Wareki.parse(typed)).isEqualTo(Reading.of(LocalDate.of(2026, 11, 24)));
    }

    @ParameterizedTest(name = "{0} は {1}")
    @DisplayName("元年と、改元の日の古い呼び方も読む")
    @CsvSource({
        "平成元年1月8日, 1989-01-08",
        "平成1年1月8日, 1989-01-08",
        "令和元年五月一日, 2019-05-01",
        "R1.5.1, 2019-05-01",
        "明治45年7月30日, 1912-07-30",
        "大正元年7月30日, 1912-07-30",
        "大正15年12月25日, 1926-12-25",
        "昭和元年12月25日, 1926-12-25",
        "S64.1.7, 1989-01-07",
        "平成31年4月30日, 2019-04-30",
        "令和6年2月29日, 2024-02-29"
    })
    void readsBorders(String typed, LocalDate date) {
        assertThat(Wareki.parse(typed)).isEqualTo(Reading.of(date));
    }

    @Test
    @DisplayName("平成31年5月1日は、平成が終わったことと、正しい書き方を言って断る")
    void saysThatTheEraIsOver() {
        assertThat(Wareki.parse("平成31年5月1日"))
                .isEqualTo(Reading.refused("kernel.wareki.era-over", "平成", "平成31年4月30日", "令和元年5月1日"));
        assertThat(Wareki.parse("明治45年7月31日"))
                .isEqualTo(Reading.refused("kernel.wareki.era-over", "明治", "明治45年7月29日", "大正元年7月31日"));
    }

    @Test
    @DisplayName("令和元年4月30日は、令和がまだ始まっていないことを言って断る")
    void saysThatTheEraHasNotBegun() {
        assertThat(Wareki.parse("令和元年4月30日"))
                .isEqualTo(Reading.refused("kernel.wareki.era-not-begun", "令和", "令和元年5月1日", "平成31年4月30日"));
    }

    @Test
    @DisplayName("2026-02-30 は、2月が28日までと言って断る")
    void saysHowLongTheMonthIs() {
        assertThat(Wareki.parse("2026-02-30")).isEqualTo(Reading.refused("kernel.wareki.no-such-day", "2026", 2, 28));
        assertThat(Wareki.parse("令和8年2月30日")).isEqualTo(Reading.refused("kernel.wareki.no-such-day", "2026", 2, 28));
    }

    @ParameterizedTest(name = "「{0}」は {1}")
    @DisplayName("読めない日付は、直し方の分かる文で断る")
    @CsvSource({
        "'', kernel.wareki.empty",
        "'　', kernel.wareki.empty",
        "きのう, kernel.wareki.not-a-day",
        "11/24, kernel.wareki.not-a-day",
        "26/11/24, kernel.wareki.era-missing",
        "8年11月24日, kernel.wareki.era-missing",
        "元年5月1日, kernel.wareki.era-missing",
        "平成0年1月1日, kernel.wareki.year-zero",
        "2026/13/1, kernel.wareki.not-a-month",
        "2026/0/1, kernel.wareki.not-a-month",
        "2026/1/0, kernel.wareki.no-such-day",
        "0000/1/1, kernel.wareki.not-a-year",
        "明治5年1月1日, kernel.wareki.old-calendar",
        "令和8年11月24日(月), kernel.wareki.wrong-weekday",
        "2026-11-24T10:00, kernel.wareki.not-a-day",
        "令和8年11月24日令和8年11月24日令和8年11月24日令和8年11月24日, kernel.wareki.not-a-day"
    })
    void refusesWithASentence(String typed, String key) {
        assertThat(Wareki.parse(typed).findRefusal().map(Refusal::key)).contains(key);
    }

    @ParameterizedTest(name = "「{0}」「{1}」「{2}」は {3}")
    @DisplayName("三つの欄は、年・月・日のどれが足りないかを言う")
    @CsvSource({
        "'', '', '', kernel.wareki.empty",
        "'', 1, 1, kernel.wareki.no-year",
        "2026, '', 1, kernel.wareki.no-month",
        "2026, 1, '', kernel.wareki.no-day",
        "あ, 1, 1, kernel.wareki.not-a-year",
        "8, 1, 1, kernel.wareki.era-missing",
        "2026, あ, 1, kernel.wareki.not-a-month",
        "2026, 1, あ, kernel.wareki.not-a-day-of-month",
        "平成31, 5, 1, kernel.wareki.era-over"
    })
    void threeBoxesSayWhichIsMissing(String year, String month, String day, String key) {
        assertThat(Wareki.parse(year, month, day).findRefusal().map(Refusal::key))
                .contains(key);
    }

    @ParameterizedTest(name = "「{0}」「{1}」「{2}」")
    @DisplayName("三つの欄は、令和8年でも2026でも、全角でも読む")
    @CsvSource({"令和8年, 11, 24", "令和８, １１月, ２４日", "R8, 11, 24", "2026, 11, 24", "２０２６年, 十一, 二十四"})
    void threeBoxesRead(String year, String month, String day) {
        assertThat(Wareki.parse(year, month, day)).isEqualTo(Reading.of(LocalDate.of(2026, 11, 24)));
    }

    @Test
    @DisplayName("言葉の設定がどうであっても、曜日は日本語")
    void weekdayDoesNotDependOnTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            assertThat(Wareki.format(LocalDate.of(2026, 11, 24))).isEqualTo("令和8年11月24日(火)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("明治6年より前の日は、和暦にできない")
    void doesNotGuessTheOldCalendar() {
        assertThatThrownBy(() -> Wareki.of(LocalDate.of(1872, 12, 31))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Wareki.formatShort(LocalDate.of(1872, 12, 31))).isEqualTo("1872.12.31");
        assertThat(Wareki.formatShort(LocalDate.of(2026, 11, 24))).isEqualTo("R8.11.24");
    }
}
