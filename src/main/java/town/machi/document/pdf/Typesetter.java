package town.machi.document.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// The door of this package: a paper goes in, a PDF comes out.
///
/// Safe for many threads; as many papers are set at a time as the heap bears, the others wait their turn.
public final class Typesetter {

    private static final int AT_A_TIME = 2;

    private final FontShelf shelf;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    public Typesetter(FontShelf shelf) {
        this.shelf = shelf;
    }

    /// Whether there is a font to set Japanese in; if not, [FontShelf#advice] says what to install.
    public boolean isReady() {
        return !shelf.isEmpty();
    }

    /// @throws IllegalStateException when no font can be opened
    public Printed typeset(Paper paper) {
        turns.acquireUninterruptibly();
        try {
            Compositor compositor = new Compositor(shelf);
            List<Sheet> sheets = layOut(paper, compositor);
            byte[] pdf = new PdfPress(compositor).print(paper, sheets);
            return new Printed(pdf, sheets.size(), compositor.shortfalls());
        } finally {
            turns.release();
        }
    }

    static List<Sheet> layOut(Paper paper, Compositor compositor) {
        Flow flow = new Flow(compositor, paper.title() + (paper.reference().isEmpty() ? "" : "　" + paper.reference()));
        LetterParts letter = new LetterParts(flow);
        TableParts tables = new TableParts(flow);
        PictureParts pictures = new PictureParts(flow);
        PostParts post = new PostParts(flow);
        for (Block block : paper.blocks()) {
            switch (block) {
                case Block.Dateline part -> letter.dateline(part);
                case Block.Addressee part -> letter.addressee(part);
                case Block.Sender part -> letter.sender(part);
                case Block.Window part -> post.window(part);
                case Block.Labels part -> post.labels(part);
                case Block.Title part -> letter.title(part);
                case Block.Heading part -> letter.heading(part.text());
                case Block.Paragraph part -> letter.paragraph(part);
                case Block.Centred part -> letter.centred(part);
                case Block.Remarks part -> letter.remarks(part.texts());
                case Block.Rows part -> tables.rows(part);
                case Block.Grid part -> tables.grid(part);
                case Block.Pictures part -> pictures.pictures(part);
                case Block.Proof part -> pictures.proof(part);
            }
        }
        letter.remarks(notes(compositor.shortfalls()));
        return flow.sheets();
    }

    private static List<String> notes(List<Shortfall> shortfalls) {
        List<String> notes = new ArrayList<>();
        for (Shortfall shortfall : shortfalls) {
            notes.add(
                    switch (shortfall) {
                        case Shortfall.Missing missing ->
                            "[" + missing.codePoints() + "] は、印刷できる書体がないため、文字の番号（Unicode）で示しています。";
                        case Shortfall.UsualShape usual ->
                            "「" + usual.letter() + "」は、入力された字形（" + usual.codePoints() + "）の書体がないため、標準の字形で示しています。";
                    });
        }
        return notes;
    }

    /// @param shortfalls what could not be set as typed; the paper says it too
    public record Printed(byte[] pdf, int pages, List<Shortfall> shortfalls) {}
}
