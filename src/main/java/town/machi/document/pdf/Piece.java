package town.machi.document.pdf;

/// The smallest thing that stands on a line: one letter with the face that draws it, or a code point in words.
///
/// @param drawn what the engine is given
/// @param text what it means, for whoever reads the PDF by ear or by search
/// @param width in thousandths of the type size
/// @param point its first code point, for the rules of line breaking
record Piece(String drawn, String text, Face face, int width, int point) {

    boolean isSpace() {
        return point == ' ' || point == 0x3000;
    }

    /// The PDF says something else by itself: an `ActualText` is needed.
    boolean needsActualText() {
        return !drawn.equals(text);
    }
}
