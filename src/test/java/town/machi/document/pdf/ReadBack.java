package town.machi.document.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// A PDF as another program reads it: its text, and each glyph that is drawn.
final class ReadBack extends PDFTextStripper {

    private final List<Glyph> glyphs = new ArrayList<>();

    private ReadBack() {
        setSortByPosition(false);
    }

    /// @param number of the glyph in its font; 0 is the empty box
    record Glyph(String font, int number, String text, boolean hasShape) {}

    record Contents(String text, List<Glyph> glyphs, int pages) {
        String withoutBreaks() {
            return text.replaceAll("[\\s\\u3000]", "");
        }
    }

    static Contents of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ReadBack reader = new ReadBack();
            String text = reader.getText(document);
            return new Contents(text, reader.glyphs, document.getNumberOfPages());
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        PDType0Font type0 = (PDType0Font) font;
        String text = String.valueOf(font.toUnicode(code));
        boolean hasShape = type0.getPath(code).getBounds2D().getWidth() > 0;
        glyphs.add(new Glyph(font.getName(), type0.codeToGID(code), text, hasShape));
        super.showGlyph(matrix, font, code, displacement);
    }
}
