package town.machi.shelter.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// One paper in the making: lines of text and tables to write into with a pen.
final class Sheet {

    private static final float MARGIN = 36;
    private static final Color LINE = new Color(0x33, 0x33, 0x33);
    private static final Color QUIET = new Color(0xf0, 0xf0, 0xf0);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Document document;
    private final BaseFont type;
    private final PdfWriter writer;

    Sheet(Rectangle paper, String title, BaseFont type) {
        this.type = type;
        this.document = new Document(paper, MARGIN, MARGIN, MARGIN, MARGIN);
        this.writer = PdfWriter.getInstance(document, out);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(title);
        document.open();
        document.setDocumentLanguage("ja");
    }

    Document document() {
        return document;
    }

    PdfContentByte canvas() {
        return writer.getDirectContent();
    }

    Font font(float size) {
        return new Font(type, size);
    }

    void line(String text, float size, int alignment) {
        Paragraph line = new Paragraph(size * 1.5f, text, font(size));
        line.setAlignment(alignment);
        document.add(line);
    }

    void line(String text, float size) {
        line(text, size, Element.ALIGN_LEFT);
    }

    PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        return table;
    }

    /// A heading of a column or a row.
    PdfPCell head(String text, float size, float height) {
        PdfPCell cell = cell(text, size, height);
        cell.setBackgroundColor(QUIET);
        return cell;
    }

    /// A field: what is printed in it small, the rest is for the pen.
    PdfPCell cell(String text, float size, float height) {
        PdfPCell cell = new PdfPCell(new Phrase(size * 1.35f, text, font(size)));
        cell.setMinimumHeight(height);
        cell.setBorderColor(LINE);
        cell.setPadding(3);
        return cell;
    }

    void heads(PdfPTable table, List<String> words, float size) {
        words.forEach(each -> table.addCell(head(each, size, 16)));
        table.setHeaderRows(1);
    }

    /// Each page says which it is.
    void numberPages() {
        writer.setPageEvent(new PdfPageEventHelper() {
            @Override
            public void onEndPage(PdfWriter pages, Document page) {
                Phrase number = new Phrase(page.getPageNumber() + " ページ", font(8));
                ColumnText.showTextAligned(
                        pages.getDirectContent(), Element.ALIGN_RIGHT, number, page.right(), MARGIN / 2, 0);
            }
        });
    }

    byte[] done() {
        document.close();
        return out.toByteArray();
    }
}
