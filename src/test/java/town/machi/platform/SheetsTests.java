package town.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SheetsTests {

    private static final List<String> HEADER = List.of("受付番号", "氏名");

    @Test
    @DisplayName("CSVはBOM付きのUTF-8で、異体字も改行も引用符もそのまま戻る")
    void csvKeepsEveryLetter() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheets.writeCsv(out, HEADER, Stream.of(List.of("A,B", "葛󠄂𠮷\n\"髙\"")));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF受付番号,氏名\r\n\"A,B\",\"葛󠄂𠮷\n\"\"髙\"\"\"\r\n");
    }

    @Test
    @DisplayName("式として動き出すセルは、CSVでもXLSXでも文字になる")
    void formulasBecomeText() throws IOException {
        List<String> bad = List.of("=HYPERLINK(\"x\")", "@SUM(A1)");
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        Sheets.writeCsv(csv, HEADER, Stream.of(bad));
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains("\"'=HYPERLINK(\"\"x\"\")\",'@SUM(A1)");

        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        Sheets.writeXlsx(xlsx, "一覧", HEADER, Stream.of(bad));
        assertThat(entry(xlsx, "xl/worksheets/sheet1.xml"))
                .contains("&apos;=HYPERLINK", "&apos;@SUM(A1)")
                .doesNotContain("<f>");
    }

    @Test
    @DisplayName("XMLに置けない制御文字があっても、ブックは壊れない")
    void controlCharactersDoNotBreakTheBook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheets.writeXlsx(out, "a/b:c", HEADER, Stream.of(List.of("\u0001\u000B\uD800", "葛󠄂𠮷")));
        assertThat(entry(out, "xl/worksheets/sheet1.xml")).contains("\uFFFD\uFFFD\uFFFD", "葛󠄂𠮷");
        assertThat(entry(out, "xl/workbook.xml")).contains("name=\"a b c\"");
    }

    @Test
    @DisplayName("長すぎるセルは、続きがCSVにあると断って切る")
    void longCellsSayWhereTheRestIs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sheets.writeXlsx(out, "一覧", HEADER, Stream.of(List.of("あ".repeat(40_000))));
        assertThat(entry(out, "xl/worksheets/sheet1.xml")).contains("続きはCSVにあります");
    }

    @Test
    @DisplayName("十万行は流しながら書かれ、最後まで読まれて閉じられる")
    void rowsAreStreamed() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<List<String>> rows = IntStream.range(0, 100_000)
                .mapToObj(i -> List.of("R" + i, "芦北"))
                .onClose(() -> closed.set(true));
        Sheets.writeXlsx(OutputStream.nullOutputStream(), "一覧", HEADER, rows);
        assertThat(closed).isTrue();
    }

    private static String entry(ByteArrayOutputStream book, String name) throws IOException {
        Path file = Files.createTempFile("sheets", ".xlsx");
        try {
            Files.write(file, book.toByteArray());
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return withoutNumericEntities(
                        new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
    }

    /// The writer spells everything beyond ASCII as `&#x…;`.
    private static String withoutNumericEntities(String xml) {
        return Pattern.compile("&#(x?)([0-9a-fA-F]+);").matcher(xml).replaceAll(found -> {
            int radix = found.group(1).isEmpty() ? 10 : 16;
            return Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(2), radix)));
        });
    }
}
