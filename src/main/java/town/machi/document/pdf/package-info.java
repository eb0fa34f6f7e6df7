/// Typesetting: text to glyphs, glyphs to lines, lines to pages, pages to PDF. Knows fonts and paper, no town and no
/// case.
///
/// Read in this order: {@link town.machi.document.pdf.Paper} (what is to be set),
/// {@link town.machi.document.pdf.Typesetter} (the door), then `FontShelf`, `Compositor`, `LineBreaker`, `Flow`,
/// `PdfPress`.
@NullMarked
package town.machi.document.pdf;

import org.jspecify.annotations.NullMarked;
