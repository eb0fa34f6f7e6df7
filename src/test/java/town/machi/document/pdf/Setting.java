package town.machi.document.pdf;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/// Papers for the tests, set in the fonts of this machine.
final class Setting {

    static final FontShelf SHELF = FontShelf.find(null);

    private Setting() {}

    static void needsFonts() {
        Assumptions.assumeFalse(SHELF.isEmpty(), FontShelf.advice());
    }

    /// For what only IPAmj明朝 can draw.
    static void needsNameFont() {
        needsFonts();
        boolean there =
                SHELF.face(0).map(Face::name).filter("ipamjm.ttf"::equals).isPresent();
        Assumptions.assumeTrue(there, "IPAmj明朝 (Debian: fonts-ipamj-mincho) is not installed");
    }

    static Paper paper(Block... blocks) {
        return new Paper("写し", "ABCD-EFGH-JKLM", "芦北町", Instant.parse("2026-11-24T01:00:00Z"), List.of(blocks));
    }

    static Typesetter.Printed print(Block... blocks) {
        return new Typesetter(SHELF).typeset(paper(blocks));
    }

    static List<Sheet> layOut(Block... blocks) {
        return Typesetter.layOut(paper(blocks), new Compositor(SHELF));
    }

    static List<Mark.Text> texts(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.marks().stream())
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .toList();
    }

    static String words(List<Mark.Text> texts) {
        return texts.stream()
                .flatMap(mark -> mark.pieces().stream())
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
