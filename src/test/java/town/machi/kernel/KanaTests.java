package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("かなの揺れ")
class KanaTests {

    @ParameterizedTest(name = "{0} と {1} は同じ")
    @DisplayName("書き方が違っても、同じ読みとして見つかる")
    @CsvSource({
        "ｱｼｷﾀ, あしきた",
        "ｶﾞﾝﾀﾞﾑ, ガンダム",
        "オーノ, オオノ",
        "おおの, オウノ",
        "佐藤さとう, 佐藤サトー",
        "さとう, ｻﾄｰ",
        "キョウコ, ｷﾖｳｺ",
        "ユウキ, ユーキ",
        "けいこ, ケーコ",
        "ヴァイオレット, バイオレット",
        "ヴヨン, ブヨン",
        "ｳﾞｧ, バ",
        "いすゞ, イスズ",
        "サヽキ, ササキ",
        "みつ゛ほ, ミツ゛ホ",
        "こづえ, コズエ",
        "はなぢ, ハナジ",
        "ゐど, イド",
        "しんいち, シン イチ",
        "タロ-, タロー",
        "ジョン・スミス, ジヨンスミス",
        "ＡＢＣ, abc",
        "ラッキー, ラツキイ"
    })
    void isTheSame(String one, String other) {
        assertThat(Kana.searchKey(one)).isEqualTo(Kana.searchKey(other));
    }

    @ParameterizedTest(name = "{0} と {1} は違う")
    @DisplayName("別の読みは、別のまま")
    @CsvSource({"オノ, オオノ", "ササキ, サザキ", "ユキ, ユウキ", "ハル, バル", "シイナ, シナ"})
    void isNotTheSame(String one, String other) {
        assertThat(Kana.searchKey(one)).isNotEqualTo(Kana.searchKey(other));
    }

    @ParameterizedTest(name = "{0} は {1}")
    @DisplayName("フリガナは全角カタカナにし、小さい字は小さいまま")
    @CsvSource({"きょうこ, キョウコ", "ｷｮｳｺ, キョウコ", "' ｱｼｷﾀ　　ﾀﾛｳ ', アシキタ タロウ", "タロ-, タロー", "たろ〜, タロー", "いすゞ, イスヾ", "ゔぁん, ヴァン"})
    void normalises(String typed, String kept) {
        assertThat(Kana.normalised(typed)).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("フリガナに使える字")
    @ValueSource(strings = {"あしきた", "ｱｼｷﾀ ﾀﾛｳ", "ジョン・スミス", "オーノ"})
    void isKana(String typed) {
        assertThat(Kana.isKana(typed)).isTrue();
    }

    @ParameterizedTest(name = "「{0}」")
    @DisplayName("フリガナに使えない字")
    @ValueSource(strings = {"", "　", "芦北", "Taro", "たろう1"})
    void isNotKana(String typed) {
        assertThat(Kana.isKana(typed)).isFalse();
    }

    @ParameterizedTest(name = "{0} は {1} で見つかる")
    @DisplayName("漢字は、異体字でも見つかる")
    @CsvSource({"葛󠄀城, 葛城", "𠮷野, 吉野", "髙橋, 高橋", "﨑田, 崎田", "渡邊, 渡辺", "渡邉, 渡辺", "齋藤, 斎藤", "長濵, 長浜", "澤田, 沢田", "佐佐木, 佐々木"
    })
    void findsVariantsOfLetters(String name, String typed) {
        assertThat(Kana.searchKey(name)).isEqualTo(Kana.searchKey(typed));
    }

    @Property
    @Label("読みの始めを打てば、鍵も始めから一致する")
    void prefixOfTheReadingIsPrefixOfTheKey(@ForAll("readings") String reading, @ForAll("readings") String rest) {
        assertThat(Kana.searchKey(reading + rest)).startsWith(Kana.searchKey(reading));
    }

    @Property
    @Label("ひらがなで打っても、カタカナで打っても同じ鍵")
    void scriptDoesNotMatter(@ForAll("readings") String reading) {
        StringBuilder hiragana = new StringBuilder();
        reading.chars().map(c -> c >= 'ァ' && c <= 'ヶ' ? c - 0x60 : c).forEach(c -> hiragana.append((char) c));
        assertThat(Kana.searchKey(hiragana.toString())).isEqualTo(Kana.searchKey(reading));
    }

    @Property
    @Label("整えたものを、もう一度整えても変わらない")
    void normalisingTwiceChangesNothing(@ForAll("anything") String text) {
        String once = Kana.normalised(text);
        assertThat(Kana.normalised(once)).isEqualTo(once);
        assertThat(Kana.searchKey(once)).isEqualTo(Kana.searchKey(text));
    }

    @Provide
    Arbitrary<String> readings() {
        return Arbitraries.strings()
                .withCharRange('ァ', 'ヺ')
                .withChars('ー', 'ヽ', 'ヾ', '・', ' ')
                .ofMaxLength(8)
                .filter(reading -> !reading.endsWith("ヴ"));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('ぁ', 'ヿ')
                .withCharRange('｡', 'ﾟ')
                .ofMaxLength(10);
    }
}
