package town.machi.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The PDF as poppler reads it, which has nothing in common with our engine.
class OtherReadersTests {

    @TempDir
    Path folder;

    @BeforeAll
    static void tools() {
        Setting.needsNameFont();
        boolean there = List.of("pdftotext", "pdftoppm", "pdffonts", "pdfinfo").stream()
                .allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool)));
        Assumptions.assumeTrue(there, "poppler's tools (Debian: poppler-utils) are not installed");
    }

    @Test
    @DisplayName("popplerも、名前の異体字を入力のままに読む")
    void popplerReadsTheSameText() throws IOException, InterruptedException {
        Path pdf = write(new Block.Rows("", List.of(Block.Row.of("氏名", "葛󠄂城　𠮷彦　﨑髙　辻󠄀"))));
        assertThat(run("pdftotext", pdf.toString(), "-")).contains("葛󠄂城", "𠮷彦", "﨑髙", "辻󠄀");
    }

    @Test
    @DisplayName("popplerの目でも、書体はすべて埋めこまれた部分書体")
    void everyFontIsEmbeddedAndSubset() throws IOException, InterruptedException {
        Path pdf = write(new Block.Centred("葛󠄂城 ễ 辻󠄀"));
        List<String> fonts = run("pdffonts", pdf.toString()).lines().skip(2).toList();
        assertThat(fonts).isNotEmpty().allSatisfy(font -> assertThat(font).containsPattern("yes +yes +yes"));
    }

    @Test
    @DisplayName("popplerが読み上げる順は、題名、表の見出しと値、の順")
    void theStructureIsInReadingOrder() throws IOException, InterruptedException {
        Path pdf = write(new Block.Title("受理通知書"), new Block.Rows("内容", List.of(Block.Row.of("氏名", "葛󠄂城"))));
        String structure = run("pdfinfo", "-struct-text", pdf.toString());
        assertThat(structure.replaceAll("\\s+", " "))
                .contains("H1 (block) \"受理通知書\" H2 (block) \"内容\" Table (block) TR TH")
                .contains("/Scope /Row \"氏名\" TD \"葛󠄂城\"");
    }

    @Test
    @DisplayName("紙に刷ると、葛と葛󠄂は違う形に見え、どちらも空ではない")
    void theInkDiffers() throws IOException, InterruptedException {
        BufferedImage usual = page(new Block.Title("葛"));
        BufferedImage variant = page(new Block.Title("葛\uDB40\uDD02"));
        BufferedImage blank = page(new Block.Title("　"));
        assertThat(ink(usual)).isGreaterThan(ink(blank));
        assertThat(ink(variant)).isGreaterThan(ink(blank)).isNotEqualTo(ink(usual));
    }

    private BufferedImage page(Block block) throws IOException, InterruptedException {
        Path pdf = write(block);
        String stem = pdf.toString().replace(".pdf", "");
        run("pdftoppm", "-r", "100", "-png", "-singlefile", pdf.toString(), stem);
        return ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(Path.of(stem + ".png"))));
    }

    private static long ink(BufferedImage page) {
        long dark = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                dark += 255 - (page.getRGB(x, y) & 0xFF);
            }
        }
        return dark;
    }

    private Path write(Block... blocks) throws IOException {
        Path file = Files.createTempFile(folder, "paper", ".pdf");
        return Files.write(file, Setting.print(blocks).pdf());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
