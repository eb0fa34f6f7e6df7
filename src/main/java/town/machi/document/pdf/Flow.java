package town.machi.document.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs down the pages and begins a new one when there is no more room. Knows where it is, and what returns at the top.
final class Flow {

    static final float BODY = 10.5f;
    static final float CELL = 10f;
    static final float SMALL = 8.5f;
    static final float BLACK = 0f;
    static final float SOFT = 0.35f;

    private final Compositor compositor;
    private final String runningHead;
    private final List<Sheet> sheets = new ArrayList<>();
    private Sheet sheet;
    private float y = Sheet.TOP;
    private @Nullable Runnable onNewPage;

    /// @param runningHead small, at the top of the second page and those after it
    Flow(Compositor compositor, String runningHead) {
        this.compositor = compositor;
        this.runningHead = runningHead;
        this.sheet = new Sheet();
        sheets.add(sheet);
    }

    List<Sheet> sheets() {
        return sheets;
    }

    float y() {
        return y;
    }

    float room() {
        return Sheet.BOTTOM - y;
    }

    boolean isAtTop() {
        return y <= topOfPage() + 0.01f;
    }

    void down(float points) {
        y += points;
    }

    /// Goes to a new page unless so much is left here, or unless even an empty page could not give more.
    void need(float height) {
        if (height > room() && !isAtTop()) {
            newPage();
        }
    }

    void newPage() {
        sheet = new Sheet();
        sheets.add(sheet);
        y = Sheet.TOP;
        drawRunningHead();
        if (onNewPage != null) {
            onNewPage.run();
        }
    }

    /// A page with nothing on it: the first one as long as it is empty.
    void blankPage() {
        if (sheets.size() > 1 || !sheet.marks().isEmpty()) {
            sheet = new Sheet();
            sheets.add(sheet);
        }
        y = Sheet.TOP;
    }

    void moveTo(float top) {
        y = top;
    }

    /// What is drawn again at the top of each page that begins while `body` runs: the header of a table.
    void repeating(Runnable header, Runnable body) {
        Runnable outer = onNewPage;
        onNewPage = header;
        try {
            body.run();
        } finally {
            onNewPage = outer;
        }
    }

    /// Paragraphs at line ends, each broken to the width.
    List<Line> lines(String text, float width, float size) {
        int measure = (int) (width * 1000 / size);
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(paragraph -> lines.addAll(LineBreaker.breakLines(compositor.set(paragraph), measure)));
        return lines.isEmpty() ? List.of(new Line(List.of(), 0, true)) : lines;
    }

    /// Natural width of a text in one line.
    float width(String text, float size) {
        return compositor.set(text).stream().mapToInt(Piece::width).sum() * size / 1000f;
    }

    /// One line, `leading` high, its upper edge at `top`.
    void text(Line line, float x, float top, Style style, Tag tag) {
        text(line, x, top, style, tag, 0);
    }

    void text(Line line, float x, float top, Style style, Tag tag, float spread) {
        if (!line.pieces().isEmpty()) {
            float baseline = top + style.leading() / 2 + style.size() * 0.38f;
            mark(new Mark.Text(tag, x, baseline, style.size(), spread, style.grey(), line.pieces()));
        }
    }

    void mark(Mark mark) {
        sheet.add(mark);
    }

    private void drawRunningHead() {
        Style style = new Style(SMALL, SMALL * 1.6f, SOFT);
        Line line = lines(runningHead, Sheet.MEASURE, SMALL).getFirst();
        text(line, Sheet.LEFT, y, style, Tag.ARTIFACT);
        y += style.leading() + 2;
        mark(new Mark.Rule(Sheet.LEFT, y, Sheet.RIGHT, y, 0.4f, 0.65f));
        y += 10;
    }

    private float topOfPage() {
        return sheets.size() == 1 ? Sheet.TOP : Sheet.TOP + SMALL * 1.6f + 12;
    }

    /// @param leading height of a line
    record Style(float size, float leading, float grey) {
        static Style of(float size, float lead) {
            return new Style(size, size * lead, BLACK);
        }
    }
}
