package town.machi.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;

@DisplayName("画面の言葉")
class TextsTests {

    private static final Map<String, String> WORDS = Map.of(
            "a.day", "{0} から {1}件",
            "a.braces", "波かっこ { } と {x} と {9} はそのまま、{0} だけ入る",
            "a.it's", "It's {0}");

    @Test
    @DisplayName("日付は和暦で、数は三桁ごとに区切って入る")
    void daysAndNumbersAreWrittenAsTheLanguageDoes() {
        var day = LocalDate.of(2026, 11, 24);
        assertThat(new Texts(Language.JA, WORDS).get("a.day", day, 1234)).isEqualTo("令和8年11月24日(火) から 1,234件");
        assertThat(new Texts(Language.EN, WORDS).get("a.day", day, 1234)).isEqualTo("24 November 2026 (Tue) から 1,234件");
    }

    @Test
    @DisplayName("差し込みでない波かっこや引用符は、そのまま残る")
    void otherBracesAndQuotesStay() {
        var texts = new Texts(Language.JA, WORDS);
        assertThat(texts.get("a.braces", "これ")).isEqualTo("波かっこ { } と {x} と {9} はそのまま、これ だけ入る");
        assertThat(texts.get("a.it's", "{1}")).isEqualTo("It's {1}");
    }

    @Test
    @DisplayName("断りの言葉も同じ言葉で読める")
    void refusalsAreSentences() {
        assertThat(new Texts(Language.JA, WORDS).get(Refusal.of("a.it's", "no")))
                .isEqualTo("It's no");
    }

    @Test
    @DisplayName("時刻は午前・午後で")
    void timesOfDay() {
        var days = new DayWords(Language.JA);
        assertThat(days.time(LocalTime.of(15, 0))).isEqualTo("午後3時");
        assertThat(days.time(LocalTime.of(8, 5))).isEqualTo("午前8時05分");
        assertThat(days.time(LocalTime.of(12, 30))).isEqualTo("午後0時30分");
        assertThat(new DayWords(Language.EN).time(LocalTime.of(15, 0))).isEqualTo("3:00 PM");
    }

    @Test
    @DisplayName("町の言葉のファイルが、三つの言語で読める")
    void theTownsFilesAreRead() {
        var messages = new Messages();
        assertThat(messages.in(Language.JA).get("shell.skip")).isEqualTo("本文へ");
        assertThat(messages.in(Language.EN).get("shell.skip")).isEqualTo("Skip to main content");
    }
}
