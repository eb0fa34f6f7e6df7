package town.machi.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import town.machi.kernel.CellText;

/// Lists on their way to a spreadsheet: row by row, never held in memory as a whole.
///
/// Every cell is text as people saw it on the screen; what a spreadsheet would run as a formula is neutralised. The
/// stream of rows is read to its end and closed; the output is flushed and left open.
public final class Sheets {

    /// For `Content-Type`.
    public static final String CSV = "text/csv; charset=UTF-8";

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// Limits of the XLSX format. Source: Microsoft, "Excel specifications and limits".
    private static final int MOST_ROWS = 1_048_576;

    private static final int MOST_CHARACTERS = 32_767;
    private static final String CUT = "…（続きはCSVにあります）";
    private static final int ROWS_AT_ONCE = 500;

    private Sheets() {}

    /// CSV as RFC 4180 has it, in UTF-8 with a byte order mark, so that Excel opens it right.
    public static void writeCsv(OutputStream out, List<String> header, Stream<List<String>> rows) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(writer);
        try (rows) {
            csv.writeRecord(neutralised(header));
            rows.forEach(row -> csv.writeRecord(neutralised(row)));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        csv.flush();
    }

    /// One worksheet with a bold header that stays in sight. A cell longer than the format allows is cut with a word
    /// about it; rows beyond its limit go on in a second worksheet.
    ///
    /// @param title name of the worksheet
    public static void writeXlsx(OutputStream out, String title, List<String> header, Stream<List<String>> rows)
            throws IOException {
        Workbook book = new Workbook(out, "Machi", "1.0");
        try (rows) {
            Iterator<List<String>> all = rows.iterator();
            int sheets = 0;
            do {
                sheets++;
                fill(book.newWorksheet(sheetName(title, sheets)), header, all);
            } while (all.hasNext());
        }
        book.finish();
        out.flush();
    }

    private static void fill(Worksheet sheet, List<String> header, Iterator<List<String>> rows) throws IOException {
        sheet.freezePane(0, 1);
        write(sheet, 0, header);
        for (int column = 0; column < header.size(); column++) {
            sheet.style(0, column).bold().set();
            sheet.width(column, 22);
        }
        for (int at = 1; at < MOST_ROWS && rows.hasNext(); at++) {
            write(sheet, at, rows.next());
            if (at % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void write(Worksheet sheet, int at, List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            sheet.inlineString(at, column, cell(row.get(column)));
        }
    }

    private static String cell(String text) {
        String safe = CellText.neutralised(withoutForbidden(text));
        return safe.length() <= MOST_CHARACTERS ? safe : safe.substring(0, MOST_CHARACTERS - CUT.length()) + CUT;
    }

    /// XML 1.0 has no place for control characters and lone surrogates.
    private static String withoutForbidden(String text) {
        boolean sound = text.codePoints().allMatch(Sheets::isXml);
        return sound
                ? text
                : text.codePoints()
                        .map(point -> isXml(point) ? point : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point < 0xD800)
                || (point > 0xDFFF && point != 0xFFFE && point != 0xFFFF);
    }

    private static List<String> neutralised(List<String> row) {
        return row.stream().map(CellText::neutralised).toList();
    }

    /// At most 31 characters, none of `[]:*?/\`.
    private static String sheetName(String title, int number) {
        String clean = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        String end = number == 1 ? "" : " " + number;
        int most = 31 - end.length();
        return (clean.length() > most ? clean.substring(0, most) : clean) + end;
    }
}
