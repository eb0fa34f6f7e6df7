package town.machi.document.pdf;

import org.openpdf.text.pdf.BaseFont;

/// A font that is open, with what it can draw. One for the whole program: its tables are read once.
record Face(String name, BaseFont font, VariationTable variations) {

    /// Has a glyph for exactly this letter, in exactly this shape.
    boolean draws(Cluster cluster) {
        return hasGlyph(cluster.base())
                && (!cluster.isIdeographicVariant() || variations.knows(cluster.base(), cluster.selector()));
    }

    boolean hasGlyph(int point) {
        return font.charExists(point);
    }

    /// The engine writes the selector into the PDF's text by itself only when the sequence has its own glyph.
    boolean remembers(Cluster cluster) {
        return cluster.selector() == 0 || variations.isOwn(cluster.base(), cluster.selector());
    }

    /// In thousandths of the type size.
    int width(Cluster cluster) {
        return font.getWidth(cluster.base());
    }
}
