package town.machi.shelter.paper;

import java.util.List;
import java.util.stream.IntStream;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/// A table on paper: A4 across, the heads again on each page. What is not known is an empty field, and the paper says
/// so.
final class ReportPaper {

    private static final float LETTERS = 7.5f;
    private static final float LEAST = 3.2f;
    private static final float MOST = 14;

    private ReportPaper() {}

    /// @param about lines under the title: what for, as of when
    static byte[] draw(BaseFont type, String title, List<String> about, List<String> header, List<List<String>> rows) {
        Sheet sheet = new Sheet(PageSize.A4.rotate(), title, type);
        sheet.numberPages();
        sheet.line(title, 15);
        about.forEach(line -> sheet.line(line, 9));
        PdfPTable table = sheet.table(widths(header, rows));
        sheet.heads(table, header, LETTERS);
        rows.forEach(row -> row.forEach(each -> table.addCell(cell(sheet, each))));
        sheet.document().add(table);
        sheet.line("空いているところは「分からない」です。0 ではありません。", 8);
        return sheet.done();
    }

    /// Figures stand under each other.
    private static PdfPCell cell(Sheet sheet, String text) {
        PdfPCell cell = sheet.cell(text, LETTERS, 18);
        if (text.matches("\\d{1,6}")) {
            cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        }
        return cell;
    }

    /// A column is as wide as its longest word asks, within bounds; heads may break.
    private static float[] widths(List<String> header, List<List<String>> rows) {
        float[] widths = new float[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            float longest = (float) rows.stream()
                    .mapToDouble(row -> width(row.get(column)))
                    .max()
                    .orElse(0);
            widths[i] = (float) Math.clamp(Math.max(longest, width(header.get(i)) / 2), LEAST, MOST);
        }
        return widths;
    }

    /// In letters of full width, the longest of its lines.
    private static double width(String text) {
        return IntStream.of(text.codePoints().toArray())
                        .mapToDouble(letter -> letter < 0x100 ? 0.55 : 1)
                        .sum()
                + 0.8;
    }
}
