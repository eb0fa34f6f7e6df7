package town.machi.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LineBreakerTests {

    @BeforeAll
    static void fonts() {
        Setting.needsFonts();
    }

    @Test
    @DisplayName("句読点と閉じ括弧は行の頭に来ない")
    void closingMarksNeverBeginALine() {
        assertThat(lines("あいうえお。かきくけこ", 5)).containsExactly("あいうえ", "お。かきく", "けこ");
        assertThat(lines("あいうえお」」。か", 5)).containsExactly("あいうえ", "お」」。か");
    }

    @Test
    @DisplayName("始めの括弧は行の終わりに残らない")
    void openingMarksNeverEndALine() {
        assertThat(lines("あいうえ「おか」", 5)).containsExactly("あいうえ", "「おか」");
    }

    @Test
    @DisplayName("小さい「っ」や長音は行の頭に来ない")
    void smallKanaNeverBeginALine() {
        assertThat(lines("あいうえおっかー", 5)).containsExactly("あいうえ", "おっかー");
    }

    @Test
    @DisplayName("電話番号や英単語は途中で切らず、入りきらない単語だけ切る")
    void wordsStayWhole() {
        assertThat(lines("電話は0966まで", 4)).containsExactly("電話は", "0966ま", "で");
        assertThat(String.join("", lines("abcdefghijklmnopqrstuvwxyz", 3))).isEqualTo("abcdefghijklmnopqrstuvwxyz");
    }

    @Test
    @DisplayName("どこでも切れないときは、欄からはみ出すより規則を破る")
    void widthComesBeforeRules() {
        assertThat(lines("。。。。。。。", 3)).containsExactly("。。。", "。。。", "。");
    }

    @Property(tries = 300)
    void nothingIsLostAndNothingStandsOut(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 30) int ems) {
        Setting.needsFonts();
        List<Piece> pieces = new Compositor(Setting.SHELF).set(text);
        List<Line> lines = LineBreaker.breakLines(pieces, ems * 1000);
        assertThat(lines.stream().map(Line::text).collect(Collectors.joining()).replace(" ", ""))
                .isEqualTo(pieces.stream()
                        .map(Piece::text)
                        .collect(Collectors.joining())
                        .replace(" ", ""));
        assertThat(lines)
                .allMatch(line -> line.width() <= ems * 1000 || line.pieces().size() == 1);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "あ", "漢", "。", "」", "「", "っ", " ", "　", "abc", "0966-82", "…", "葛\uDB40\uDD02", "𠮷", "ー", "(")
                .list()
                .ofMaxSize(80)
                .map(parts -> String.join("", parts));
    }

    private static List<String> lines(String text, int ems) {
        return LineBreaker.breakLines(new Compositor(Setting.SHELF).set(text), ems * 1000).stream()
                .map(Line::text)
                .toList();
    }
}
