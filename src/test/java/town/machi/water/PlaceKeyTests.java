package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("使用場所の照合")
class PlaceKeyTests {

    @ParameterizedTest
    @DisplayName("書き方が違っても、同じ場所は同じ")
    @CsvSource({
        "大字芦北, 2015番地の1, 芦北, ２０１５－１",
        "大字芦北, 2015番地1, 大字芦北, 2015番1号",
        "大字芦北, 2015番地, 葦北郡芦北町大字芦北, 2015",
        "大字芦北, 2015ー1, 芦北, 2015の1",
        "大字湯浦, 208番地の例4, 湯浦, 208番地ノ例4",
    })
    void samePlace(String area, String number, String otherArea, String otherNumber) {
        assertThat(PlaceKey.of(otherArea, otherNumber)).isEqualTo(PlaceKey.of(area, number));
    }

    @ParameterizedTest
    @DisplayName("似ていても、違う場所は違う")
    @CsvSource({
        "大字芦北, 2015番地の1, 大字芦北, 20151番地",
        "大字芦北, 2015番地, 大字佐敷, 2015番地",
        "大字芦北, 20番地の15, 大字芦北, 201番地の5",
    })
    void otherPlace(String area, String number, String otherArea, String otherNumber) {
        assertThat(PlaceKey.of(otherArea, otherNumber)).isNotEqualTo(PlaceKey.of(area, number));
    }

    @Test
    @DisplayName("部屋番号は、幅や「号室」の違いを気にしない")
    void rooms() {
        assertThat(PlaceKey.building("佐敷ﾊｲﾂ　１０１号室")).isEqualTo(PlaceKey.building("佐敷ハイツ101"));
        assertThat(PlaceKey.building("佐敷ハイツ 102")).isNotEqualTo(PlaceKey.building("佐敷ハイツ101"));
    }
}
