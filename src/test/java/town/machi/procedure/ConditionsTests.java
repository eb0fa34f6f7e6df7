package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("条件は、はい・いいえ・まだ分からない")
class ConditionsTests {

    private static final Map<String, Object> VALUES = Map.of(
            "today", LocalDate.parse("2026-12-24"),
            "born", LocalDate.parse("2020-12-25"),
            "name", "ポチ",
            "build", "small",
            "colours", List.of("white"),
            "count", 2L,
            "owner", Map.of("family", "葛󠄀城", "given", "太郎"),
            "section.tel", Words.ofJapanese("0966-00-0005"));

    private static Condition condition(String text) {
        return Sources.definition(Sources.small("check: born <= today", "check: \"" + text + "\""))
                .rules()
                .getFirst()
                .check();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "born <= today ; YES",
                "born > today ; NO",
                "born + 2 >= today ; NO",
                "born - 1 == date('2020-12-24') ; YES",
                "age(born) == 5 ; YES",
                "isBusinessDay(today) && count > 1 ; YES",
                "businessDaysAfter(today, 3) == date('2027-01-04') && count > 0 ; YES",
                "businessDaysBetween(today, date('2027-01-04')) == 3 && count > 0 ; YES",
                "build in ['small', 'large'] ; YES",
                "build == 'large' ? count > 5 : count > 1 ; YES",
                "colours.exists(c, c == 'white') ; YES",
                "colours.all(c, c == 'black') ; NO",
                "size(colours) == 1 ; YES",
                "owner.family.startsWith('葛') ; YES",
                "owner.given == '太郎' ; YES",
                "owner.familyKana == 'カツラギ' ; UNKNOWN",
                "section.tel == '0966-00-0005' && count > 0 ; YES",
                "earliestStart <= born ; UNKNOWN",
                "earliestStart <= born && count > 5 ; NO",
                "earliestStart <= born || count > 1 ; YES",
                "count / 0 == 1 ; UNKNOWN",
            })
    void holds(String text, Truth expected) {
        assertThat(condition(text).holds(VALUES)).isEqualTo(expected);
    }

    @Test
    @DisplayName("条件が見る質問と値が分かる")
    void reads() {
        assertThat(condition("owner.family != '' && born <= earliestStart && section.tel != ''")
                        .reads())
                .containsExactlyInAnyOrder("owner", "born", "earliestStart", "section.tel");
        assertThat(condition("age(born) > 1").reads()).containsExactlyInAnyOrder("born", "today");
    }

    @Test
    @DisplayName("何も分からなければ「まだ分からない」")
    void nothingKnown() {
        assertThat(condition("born <= today").holds(Map.of())).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    @DisplayName("一つの条件を、いくつもの糸から同時に使える")
    void threads() throws Exception {
        Condition condition = condition("count > 5 || born <= today");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Truth>> calls = IntStream.range(0, 2_000)
                    .mapToObj(i -> (Callable<Truth>) () -> condition.holds(Map.of(
                            "count", (long) (i % 2 * 10),
                            "born", LocalDate.MAX,
                            "today", LocalDate.MIN)))
                    .toList();
            var results = threads.invokeAll(calls);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(i % 2 == 0 ? Truth.NO : Truth.YES);
            }
        }
    }

    @Test
    @DisplayName("終わらない条件は、数え上げの限りで止まる")
    void iterationLimit() {
        Condition condition =
                condition("colours.all(a, colours.all(b, colours.all(c, a == b || b == c || c == a || a != b)))");
        List<String> many = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        assertThat(condition.holds(Map.of("colours", many))).isEqualTo(Truth.UNKNOWN);
    }
}
