package town.machi.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ごみの日の言い方")
class CollectionDaysTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "「{0}」は「{1}」")
    @DisplayName("書き方が少し違っても、同じ日に読む")
    @CsvSource({"毎週月・木, 毎週月・木", "毎週 木曜日・月曜日, 毎週月・木", "月・木, 毎週月・木", "第２・４水, 第2・4水", "第2、4水曜, 第2・4水", "第1金, 第1金"})
    void reads(String typed, String words) {
        assertThat(CollectionDays.parse(typed).map(CollectionDays::words)).contains(words);
    }

    @ParameterizedTest
    @DisplayName("日にならない言葉は読まない")
    @ValueSource(strings = {"", "毎週", "第6月", "ときどき", "月木", "第2・4"})
    void refuses(String typed) {
        assertThat(CollectionDays.parse(typed)).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("きょうも数えて、次の日を順に出す")
    void next() {
        assertThat(CollectionDays.parse("毎週火・金").orElseThrow().next(TUESDAY, 3))
                .containsExactly(TUESDAY, LocalDate.of(2026, 11, 27), LocalDate.of(2026, 12, 1));
        assertThat(CollectionDays.parse("第2・4水").orElseThrow().next(TUESDAY, 2))
                .containsExactly(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 9));
        assertThat(CollectionDays.parse("第5日").orElseThrow().next(TUESDAY, 1))
                .containsExactly(LocalDate.of(2026, 11, 29));
    }
}
