package town.machi.document.pdf;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// Prints sheets with OpenPDF: subset fonts, text that can be copied with its variants, structure for screen readers.
final class PdfPress {

    private static final ZoneId TOWN_TIME = ZoneId.of("Asia/Tokyo");
    private static final PdfName SPAN = new PdfName("Span");
    private static final PdfName ACTUAL_TEXT = new PdfName("ActualText");

    private final Compositor compositor;

    PdfPress(Compositor compositor) {
        this.compositor = compositor;
    }

    byte[] print(Paper paper, List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(100_000);
        Document document = new Document(new Rectangle(Sheet.WIDTH, Sheet.HEIGHT));
        try {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            prepare(writer, document, paper);
            document.open();
            Structure structure = new Structure(writer);
            for (int i = 0; i < sheets.size(); i++) {
                document.newPage();
                PdfContentByte page = writer.getDirectContent();
                printPage(page, structure, sheets.get(i));
                printPageNumber(page, structure, i + 1, sheets.size());
            }
            document.close();
            return out.toByteArray();
        } catch (DocumentException broken) {
            throw new IllegalStateException("the PDF could not be written", broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void prepare(PdfWriter writer, Document document, Paper paper) {
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        writer.setTabs(PdfName.S);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("ja-JP"));
        document.addTitle(paper.title());
        document.addAuthor(paper.author());
        document.addCreator("Machi");
        document.addProducer();
        GregorianCalendar made = GregorianCalendar.from(paper.madeAt().atZone(TOWN_TIME));
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfDate(made));
        writer.getInfo().put(PdfName.MODDATE, new PdfDate(made));
        writer.createXmpMetadata();
    }

    private static void printPage(PdfContentByte page, Structure structure, Sheet sheet) throws IOException {
        for (Mark mark : sheet.marks()) {
            structure.enter(page, mark.tag());
            switch (mark) {
                case Mark.Text text -> printText(page, text);
                case Mark.Rule rule -> printRule(page, rule);
                case Mark.Fill fill -> printFill(page, fill);
                case Mark.Photo photo -> printPhoto(page, photo);
                case Mark.Squares squares -> printSquares(page, squares);
            }
        }
        structure.leave(page);
    }

    /// "1／3" in the middle of the lower margin.
    private void printPageNumber(PdfContentByte page, Structure structure, int number, int pages) {
        List<Piece> pieces = compositor.set(number + "／" + pages);
        float width = pieces.stream().mapToInt(Piece::width).sum() * 9 / 1000f;
        float x = Sheet.LEFT + (Sheet.MEASURE - width) / 2;
        structure.enter(page, Tag.ARTIFACT);
        printText(page, new Mark.Text(Tag.ARTIFACT, x, Sheet.HEIGHT - Sheet.mm(11), 9, 0, 0.3f, pieces));
        structure.leave(page);
    }

    /// Pieces of one face that say what they draw go out together; one that means something else has its own span.
    private static void printText(PdfContentByte page, Mark.Text mark) {
        page.setGrayFill(mark.grey());
        float x = mark.x();
        int start = 0;
        List<Piece> pieces = mark.pieces();
        while (start < pieces.size()) {
            int end = endOfRun(pieces, start);
            List<Piece> run = pieces.subList(start, end);
            printRun(page, mark, run, x);
            x += run.stream().mapToInt(Piece::width).sum() * mark.size() / 1000f + run.size() * mark.spread();
            start = end;
        }
    }

    private static int endOfRun(List<Piece> pieces, int start) {
        Piece first = pieces.get(start);
        int end = start + 1;
        while (end < pieces.size()
                && !first.needsActualText()
                && !pieces.get(end).needsActualText()
                && pieces.get(end).face() == first.face()) {
            end++;
        }
        return end;
    }

    private static void printRun(PdfContentByte page, Mark.Text mark, List<Piece> run, float x) {
        Piece first = run.getFirst();
        StringBuilder drawn = new StringBuilder();
        run.forEach(piece -> drawn.append(piece.drawn()));
        if (first.needsActualText()) {
            PdfDictionary property = new PdfDictionary();
            property.put(ACTUAL_TEXT, new PdfString(first.text(), PdfObject.TEXT_UNICODE));
            page.beginMarkedContentSequence(SPAN, property, true);
        }
        page.beginText();
        page.setFontAndSize(first.face().font(), mark.size());
        page.setCharacterSpacing(mark.spread());
        page.setTextMatrix(x, Sheet.HEIGHT - mark.baseline());
        page.showText(drawn.toString());
        page.endText();
        if (first.needsActualText()) {
            page.endMarkedContentSequence();
        }
    }

    private static void printRule(PdfContentByte page, Mark.Rule rule) {
        page.setGrayStroke(rule.grey());
        page.setLineWidth(rule.width());
        page.moveTo(rule.x1(), Sheet.HEIGHT - rule.y1());
        page.lineTo(rule.x2(), Sheet.HEIGHT - rule.y2());
        page.stroke();
    }

    private static void printFill(PdfContentByte page, Mark.Fill fill) {
        page.setGrayFill(fill.grey());
        page.rectangle(fill.x(), Sheet.HEIGHT - fill.y() - fill.height(), fill.width(), fill.height());
        page.fill();
    }

    private static void printPhoto(PdfContentByte page, Mark.Photo photo) throws IOException {
        Image image = Image.getInstance(photo.image());
        float bottom = Sheet.HEIGHT - photo.y() - photo.height();
        page.addImage(image, photo.width(), 0, 0, photo.height(), photo.x(), bottom);
    }

    private static void printSquares(PdfContentByte page, Mark.Squares mark) {
        BitMatrix squares = mark.squares();
        float side = mark.side() / squares.getWidth();
        page.setGrayFill(0);
        for (int row = 0; row < squares.getHeight(); row++) {
            float bottom = Sheet.HEIGHT - mark.y() - (row + 1) * side;
            int column = 0;
            while (column < squares.getWidth()) {
                int end = column;
                while (end < squares.getWidth() && squares.get(end, row)) {
                    end++;
                }
                if (end > column) {
                    page.rectangle(mark.x() + column * side, bottom, (end - column) * side, side);
                }
                column = Math.max(end, column + 1);
            }
        }
        page.fill();
    }
}
