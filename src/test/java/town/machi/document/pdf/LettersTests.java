package town.machi.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every letter that a Japanese name may have comes out of the press as it went in.
class LettersTests {

    @BeforeAll
    static void fonts() {
        Setting.needsNameFont();
    }

    @Test
    @DisplayName("葛󠄂、𠮷、﨑、髙、辻󠄀が、見える形でも、写し取る文字でも、入力のまま")
    void variantsAreShownAndReadAsTyped() throws IOException {
        String typed = "葛葛\uDB40\uDD02𠮷﨑崎髙高辻辻\uDB40\uDD00";
        Typesetter.Printed printed = Setting.print(new Block.Centred(typed));
        ReadBack.Contents read = ReadBack.of(printed.pdf());
        assertThat(printed.shortfalls()).isEmpty();
        assertThat(read.text()).contains(typed);
        List<ReadBack.Glyph> kanji = read.glyphs().subList(0, 9);
        assertThat(kanji).allMatch(glyph -> glyph.number() > 0 && glyph.hasShape());
        assertThat(kanji.get(0).number()).isNotEqualTo(kanji.get(1).number());
        assertThat(kanji.get(7).number()).isNotEqualTo(kanji.get(8).number());
    }

    @Test
    @DisplayName("常用漢字と人名用漢字を含むJIS X 0213の一万一千字すべてに字形がある")
    void everyLetterOfTheStandardHasAShape() throws IOException {
        List<String> letters = jisX0213();
        assertThat(letters).hasSizeGreaterThan(11_000).contains("𠮟", "塡", "剝", "頰", "渾", "禰");
        String all = letters.stream().filter(letter -> !letter.isBlank()).collect(Collectors.joining());
        Typesetter.Printed printed = Setting.print(new Block.Paragraph(all));
        ReadBack.Contents read = ReadBack.of(printed.pdf());
        assertThat(printed.shortfalls()).isEmpty();
        assertThat(read.glyphs()).filteredOn(glyph -> glyph.number() == 0).isEmpty();
        assertThat(read.glyphs())
                .filteredOn(glyph -> !glyph.hasShape() && !glyph.text().isBlank())
                .isEmpty();
        String text = read.text();
        assertThat(kanjiOf(all)).allMatch(text::contains);
    }

    @Test
    @DisplayName("どの書体にもない字は番号で示し、紙面に断り書きをつける")
    void whatNoFontHasIsSaid() throws IOException {
        Typesetter.Printed printed = Setting.print(new Block.Centred("顔\uD83D\uDE00"));
        assertThat(printed.shortfalls()).containsExactly(new Shortfall.Missing("U+1F600"));
        assertThat(ReadBack.of(printed.pdf()).text()).contains("顔[U+1F600]", "印刷できる書体がない");
    }

    @Test
    @DisplayName("登録のない異体字は標準の字形で示し、そのことを紙面で断る。写し取る文字は入力のまま")
    void unknownVariantIsSaid() throws IOException {
        Typesetter.Printed printed = Setting.print(new Block.Centred("一\uDB40\uDDEF"));
        assertThat(printed.shortfalls()).containsExactly(new Shortfall.UsualShape("一", "U+4E00 U+E01EF"));
        assertThat(ReadBack.of(printed.pdf()).text()).contains("標準の字形");
    }

    @Test
    @DisplayName("外国の方の名前は、ほかの書体の助けを借りて出る")
    void namesFromAbroad() throws IOException {
        String name = "Nguyễn Thị Ánh Tuyết, Łukasz Żółć, Đặng";
        Typesetter.Printed printed = Setting.print(new Block.Centred(name));
        assertThat(printed.shortfalls()).isEmpty();
        assertThat(ReadBack.of(printed.pdf()).text()).contains(name);
    }

    @Test
    @DisplayName("書いていない欄には（記入なし）と出るが、あとで手で書く欄は空いている")
    void roomForThePen() throws IOException {
        var unsaid = new Block.Rows("", List.of(Block.Row.of("電話", "")));
        var pen = new Block.Rows("", List.of(Block.Row.forPen("署名")));
        assertThat(ReadBack.of(Setting.print(unsaid).pdf()).text()).contains("電話", "記入なし");
        assertThat(ReadBack.of(Setting.print(pen).pdf()).text()).contains("署名").doesNotContain("記入なし");
    }

    private static List<String> kanjiOf(String all) {
        return all.codePoints()
                .filter(Character::isIdeographic)
                .mapToObj(Character::toString)
                .toList();
    }

    /// JIS X 0213 holds the whole of 常用漢字表 (2,136) and 人名用漢字別表; the JDK's own charset lists it.
    private static List<String> jisX0213() {
        Charset charset = Charset.forName("x-SJIS_0213");
        List<String> letters = new ArrayList<>();
        for (int first = 0x81; first <= 0xFC; first++) {
            for (int second = 0x40; second <= 0xFC; second++) {
                byte[] pair = {(byte) first, (byte) second};
                try {
                    String letter =
                            charset.newDecoder().decode(ByteBuffer.wrap(pair)).toString();
                    if (letter.codePointCount(0, letter.length()) == 1) {
                        letters.add(letter);
                    }
                } catch (CharacterCodingException notALetter) {
                    continue;
                }
            }
        }
        return letters;
    }
}
