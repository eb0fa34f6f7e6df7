package town.machi.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClusterTests {

    @Test
    @DisplayName("葛と異体字選択子は一つの字、𠮷も一つの字")
    void aVariantIsOneLetter() {
        assertThat(texts("葛\uDB40\uDD02城𠮷")).containsExactly("葛\uDB40\uDD02", "城", "𠮷");
        assertThat(Cluster.of("葛\uDB40\uDD02").getFirst().codePoints()).isEqualTo("U+845B U+E0102");
    }

    @Test
    @DisplayName("漢字は入力のまま。互換漢字の神（U+FA19）も﨑も置きかえない")
    void ideographsAreNeverNormalised() {
        assertThat(texts("\uFA19﨑")).containsExactly("\uFA19", "﨑");
    }

    @Test
    @DisplayName("か+濁点は「が」に、e+アクセントは「é」にまとめる")
    void marksAreComposed() {
        assertThat(texts("か\u3099e\u0301")).containsExactly("が", "é");
    }

    @Test
    @DisplayName("形のない制御用の文字は、場所をとらない")
    void invisibleMarksTakeNoPlace() {
        assertThat(texts("あ\u200B\uFEFFい\u00ADう")).containsExactly("あ", "い", "う");
    }

    private static List<String> texts(String text) {
        return Cluster.of(text).stream().map(Cluster::text).toList();
    }
}
