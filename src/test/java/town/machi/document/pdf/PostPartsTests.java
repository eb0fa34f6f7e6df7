package town.machi.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("封筒の窓と宛名ラベル")
class PostPartsTests {

    private static final List<String> LONG = List.of(
            "〒869-5563",
            "熊本県葦北郡芦北町大字湯浦1439番地の例6 とても長い名前の集合住宅芦北町営湯浦団地 一〇二号室",
            "長長長長長長長長長長長長長長長長長長長長　とても長い名前の例として作った人　様");

    @BeforeEach
    void fonts() {
        Setting.needsFonts();
    }

    @Test
    @DisplayName("長い住所と氏名でも、用紙が封筒の中でどこへ寄っても窓から見えるところに収まる")
    void theAddressStaysInTheWindow() {
        List<Sheet> sheets = Setting.layOut(new Block.Window(LONG), new Block.Window(LONG));
        assertThat(sheets).hasSize(2);
        assertThat(Setting.texts(sheets)).allSatisfy(text -> {
            assertThat(text.x()).isGreaterThanOrEqualTo(Sheet.mm(20) - 0.01f);
            assertThat(text.right()).isLessThanOrEqualTo(Sheet.mm(85) + 0.5f);
            assertThat(text.baseline()).isBetween(Sheet.mm(15), Sheet.mm(39));
        });
        assertThat(Setting.words(Setting.texts(sheets.subList(0, 1)))).contains("一〇二号室", "作った人");
    }

    @Test
    @DisplayName("ラベルは一枚に十二面、十三人目は次の紙の最初の面に")
    void twelveOnASheet() {
        List<Sheet> sheets =
                Setting.layOut(new Block.Labels(Collections.nCopies(13, List.of("〒869-5461", "芦北", "氏名　様"))));
        assertThat(sheets).hasSize(2);
        List<Mark.Text> first = Setting.texts(sheets.subList(0, 1));
        assertThat(first).hasSize(36);
        List<Mark.Text> second = Setting.texts(sheets.subList(1, 2));
        assertThat(second).hasSize(3);
        assertThat(second.getFirst().x()).isEqualTo(first.getFirst().x());
        assertThat(second.getFirst().baseline()).isEqualTo(first.getFirst().baseline());
        assertThat(first.getLast().baseline()).isLessThan(Sheet.HEIGHT - Sheet.mm(21.6f));
    }

    @Test
    @DisplayName("公印を押す様式には場所があき、印影は刷られ、省略には何もない")
    void theSealHasItsPlace() {
        assertThat(marks(new Block.Seal.None())).noneMatch(Mark.Rule.class::isInstance);
        assertThat(marks(new Block.Seal.Room()))
                .filteredOn(Mark.Rule.class::isInstance)
                .hasSize(4);
        assertThat(marks(new Block.Seal.Print(new byte[0])))
                .filteredOn(Mark.Photo.class::isInstance)
                .singleElement()
                .satisfies(mark -> assertThat(((Mark.Photo) mark).width()).isEqualTo(Sheet.mm(24)));
    }

    private static List<Mark> marks(Block.Seal seal) {
        return Setting.layOut(new Block.Sender("芦北町長", "例　太郎", List.of("総務課"), seal))
                .getFirst()
                .marks();
    }
}
