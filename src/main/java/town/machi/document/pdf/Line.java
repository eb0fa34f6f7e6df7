package town.machi.document.pdf;

import java.util.List;

/// Pieces that stand on one line.
///
/// @param width in thousandths of the type size, without the spaces at its end
/// @param last the paragraph ends here
record Line(List<Piece> pieces, int width, boolean last) {

    float widthAt(float size) {
        return width * size / 1000f;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        pieces.forEach(piece -> out.append(piece.text()));
        return out.toString();
    }
}
