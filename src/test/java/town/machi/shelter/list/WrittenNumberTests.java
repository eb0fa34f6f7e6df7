package town.machi.shelter.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("急いで書いた数")
class WrittenNumberTests {

    @ParameterizedTest
    @DisplayName("幅、単位、「約」「ほど」は数を変えない")
    @CsvSource({
        "30, 30",
        "３０人, 30",
        "30名, 30",
        "約30人, 30",
        "約 ３０ 人, 30",
        "およそ30人ほど, 30",
        "30人くらい, 30",
        "'1,200人', 1200",
        "'１，２００人', 1200"
    })
    void isRead(String text, int number) {
        assertThat(WrittenNumber.read(text)).hasValue(number);
    }

    @ParameterizedTest
    @DisplayName("二つの数、言葉、負の数からは何も推しはからない")
    @ValueSource(strings = {"", "屋内480人／屋外3350人", "たくさん", "-5", "30〜40人", "3.5", "1234567", "30 40人"})
    void isNotGuessed(String text) {
        assertThat(WrittenNumber.read(text)).isEmpty();
    }
}
