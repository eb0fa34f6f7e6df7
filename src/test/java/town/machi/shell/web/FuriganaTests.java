package town.machi.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ふりがな")
class FuriganaTests {

    @ParameterizedTest(name = "{0}")
    @DisplayName("かっこの読みは、その言葉の上に立つ")
    @CsvSource({
        "届出（とどけで）を,[届出|とどけで]を",
        "書（か）いて,[書|か]いて",
        "使い方（つかいかた）,[使い方|つかいかた]",
        "手続き（てつづき）,[手続き|てつづき]",
        "名前を書（か）く,名前を[書|か]く",
        "芦北町（あしきたまち）役場（やくば）,[芦北町|あしきたまち][役場|やくば]",
        "例（2026年）,例（2026年）",
        "氏名（漢字）,氏名（漢字）"
    })
    void readingsStandAbove(String written, String shown) {
        var ruby = shown.replaceAll("\\[(.*?)\\|(.*?)]", "<ruby>$1<rp>（</rp><rt>$2</rt><rp>）</rp></ruby>");
        assertThat(Furigana.above("<p>" + written + "</p>")).isEqualTo("<p>" + ruby + "</p>");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("属性、題名、選択肢、入力欄の中は、かっこのまま")
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>町（まち）</title>",
                "<option value=\"1\">町（まち）</option>",
                "<textarea>町（まち）</textarea>",
                "<input value=\"町（まち）> \" aria-label=\"町（まち）\">"
            })
    void plainTextStays(String html) {
        assertThat(Furigana.above(html)).isEqualTo(html);
    }
}
