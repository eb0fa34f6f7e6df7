package town.machi.document.pdf;

import java.time.Instant;
import java.util.List;

/// What is to be set on A4, without a word about where things stand on the page.
///
/// @param title in the window's title, for screen readers, and at the top of the following pages
/// @param reference beside the title on the following pages: a receipt number, a document number; may be empty
/// @param author who speaks: the town
/// @param madeAt written into the PDF
public record Paper(String title, String reference, String author, Instant madeAt, List<Block> blocks) {

    public Paper {
        blocks = List.copyOf(blocks);
    }
}
