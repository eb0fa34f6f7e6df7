package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("名前")
class PersonNameTests {

    private static final String IVS_KATSU = "葛\uDB40\uDD00";

    @ParameterizedTest(name = "{0}")
    @DisplayName("異体字も、16ビットに入らない字も、打たれたままに持つ")
    @ValueSource(strings = {"𠮷野", "﨑田", "髙橋", IVS_KATSU + "城", "神\uFE00", "O'Neill", "ﾔﾏﾀﾞ", "Ｓｍｉｔｈ", "e\u0301a"})
    void keepsWhatWasTyped(String family) {
        PersonName name = PersonName.parse(" " + family + "　", "花").findValue().orElseThrow();
        assertThat(name.family()).isEqualTo(family);
        assertThat(name.full()).isEqualTo(family + "　花");
    }

    @ParameterizedTest(name = "{0} は {1} 文字")
    @DisplayName("長さは、人が数える文字で数える")
    @CsvSource({"𠮷野, 2", "葛󠄀城, 2", "髙橋, 2", "é, 1", "👨‍👩‍👧, 1", "'', 0"})
    void countsLetters(String text, int letters) {
        assertThat(Graphemes.count(text)).isEqualTo(letters);
        assertThat(String.join("", Graphemes.split(text))).isEqualTo(text);
    }

    @Test
    @DisplayName("100文字の名前は受け、200文字の名前は長さを言って断る")
    void refusesVeryLongNames() {
        assertThat(PersonName.parse((IVS_KATSU).repeat(100), "").findValue()).isPresent();
        assertThat(PersonName.parse("あ".repeat(200), "")).isEqualTo(Reading.refused("kernel.name.too-long", 100, 200));
    }

    @ParameterizedTest
    @DisplayName("改行、NUL、向きを変える記号、片割れの字は断る")
    @ValueSource(strings = {"山\n田", "山\u0000田", "山\u202E田", "山\uD842", "山\uFEFF田"})
    void refusesWhatIsNoLetter(String family) {
        assertThat(PersonName.parse(family, "").findRefusal().map(Refusal::key)).contains("kernel.name.not-a-letter");
    }

    @Test
    @DisplayName("名のない人は姓だけ、何もなければ断る")
    void mayHaveOnePart() {
        assertThat(PersonName.parse("スカルノ", "").findValue().orElseThrow().full())
                .isEqualTo("スカルノ");
        assertThat(PersonName.parse("　", "").findRefusal().map(Refusal::key)).contains("kernel.name.empty");
    }
}
