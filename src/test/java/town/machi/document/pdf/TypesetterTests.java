package town.machi.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypesetterTests {

    @BeforeAll
    static void fonts() {
        Setting.needsFonts();
    }

    @Test
    @DisplayName("250問の届出は数ページになり、問いも答えも一つも欠けず、枠から出ない")
    void aLongFormIsComplete() throws IOException {
        List<Block.Row> rows = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> Block.Row.of("問" + i + "番の質問", "答え" + i + "番。" + "長い説明。".repeat(i % 40)))
                .toList();
        Block.Rows table = new Block.Rows("１　たくさんの質問", rows);
        ReadBack.Contents read = ReadBack.of(Setting.print(table).pdf());
        assertThat(read.pages()).isGreaterThan(5);
        String text = read.withoutBreaks();
        assertThat(rows)
                .allMatch(row -> text.contains(row.label())
                        && text.contains(row.values().getFirst().substring(0, 4)));
        assertThat(text).contains("（つづき）", "1／" + read.pages(), read.pages() + "／" + read.pages());
        assertInsideFrame(Setting.layOut(table));
    }

    @Test
    @DisplayName("200字の名前は、宛名でも欄でも折り返し、一字も欠けない")
    void aVeryLongNameIsWhole() {
        String name = "寿限無葛󠄂𠮷﨑髙".repeat(25);
        List<Sheet> sheets = Setting.layOut(
                new Block.Addressee(List.of(name + "　様")), new Block.Rows("", List.of(Block.Row.of("氏名", name))));
        assertInsideFrame(sheets);
        String words = Setting.words(Setting.texts(sheets));
        assertThat(words).startsWith(name + "　様").endsWith(name);
    }

    @Test
    @DisplayName("一ページより長い答えは次のページに続き、見出しがもう一度出る")
    void aRowLongerThanAPageGoesOn() {
        String answer = "あ".repeat(4_000);
        List<Sheet> sheets = Setting.layOut(new Block.Rows("事情", List.of(Block.Row.of("くわしい事情", answer))));
        assertThat(sheets).hasSizeGreaterThan(2);
        assertInsideFrame(sheets);
        assertThat(Setting.words(Setting.texts(sheets)).chars().filter(c -> c == 'あ'))
                .hasSize(4_000);
        assertThat(Setting.words(Setting.texts(sheets.subList(1, 2)))).contains("事情（つづき）", "くわしい事情");
    }

    @Test
    @DisplayName("表の頭は、どのページにもある")
    void theHeaderOfATableReturns() {
        List<List<String>> rows = IntStream.range(0, 80)
                .mapToObj(i -> List.of("令和8年11月24日", "受付" + i, "水道 太郎"))
                .toList();
        List<Block.Column> columns =
                List.of(new Block.Column("日時", 3), new Block.Column("こと", 4), new Block.Column("だれが", 2));
        List<Sheet> sheets = Setting.layOut(new Block.Grid("経過", columns, rows));
        assertThat(sheets)
                .hasSizeGreaterThan(1)
                .allSatisfy(sheet ->
                        assertThat(Setting.words(Setting.texts(List.of(sheet)))).contains("日時", "こと", "だれが"));
        assertInsideFrame(sheets);
    }

    @Test
    @DisplayName("読めない画像は、その場所に断りを置いて残りを印刷する")
    void anUnreadablePictureIsSaid() throws IOException {
        Block.Picture broken = new Block.Picture("IMG_1.heic", () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));
        assertThat(ReadBack.of(Setting.print(new Block.Pictures("写真", List.of(broken)))
                                .pdf())
                        .withoutBreaks())
                .contains("この画像は紙面に載せられません。元のファイルをご覧ください。", "IMG_1.heic");
    }

    @Test
    @DisplayName("読み上げのための構造・題名・言語を持つ")
    void theFileCanBeReadAloud() throws IOException {
        byte[] pdf = Setting.print(new Block.Title("受理通知書"), new Block.Rows("", List.of(Block.Row.of("受付番号", "ABCD"))))
                .pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja-JP");
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .hasSize(1);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("写し");
        }
    }

    @Test
    @DisplayName("同時に40通組んでも、どれも正しく読める")
    void manyAtOnce() throws InterruptedException, ExecutionException, IOException {
        Typesetter typesetter = new Typesetter(Setting.SHELF);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Typesetter.Printed>> papers = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(
                            () -> typesetter.typeset(Setting.paper(new Block.Centred(i + "号 葛󠄂城 𠮷彦 ễ")))))
                    .toList();
            for (int i = 0; i < 40; i++) {
                assertThat(ReadBack.of(papers.get(i).get().pdf()).text()).contains(i + "号 葛󠄂城 𠮷彦 ễ");
            }
        }
    }

    @Test
    @DisplayName("書体が一つもなければ、何を入れればよいかを言う")
    void withoutFontsItSaysWhatToInstall(@TempDir Path empty) {
        FontShelf shelf = FontShelf.in(empty, List.of());
        Typesetter typesetter = new Typesetter(shelf);
        assertThat(typesetter.isReady()).isFalse();
        assertThatThrownBy(() -> typesetter.typeset(Setting.paper())).hasMessageContaining("fonts-ipamj-mincho");
    }

    private static void assertInsideFrame(List<Sheet> sheets) {
        assertThat(Setting.texts(sheets)).allSatisfy(text -> {
            assertThat(text.x()).isGreaterThanOrEqualTo(Sheet.LEFT - 0.1f);
            assertThat(text.right()).isLessThanOrEqualTo(Sheet.RIGHT + 0.1f);
            assertThat(text.baseline()).isBetween(Sheet.TOP, Sheet.BOTTOM);
        });
    }
}
