package town.machi.document.pdf;

import java.util.ArrayList;
import java.util.List;
import town.machi.document.pdf.Flow.Style;

/// What goes on envelopes: the sheet whose address shows through the window of a 長形3号, and labels to stick on.
///
/// A sheet of A4 folded in three is 210 × 99 mm in an envelope of 235 × 120 mm, so it slides by 25 and 21 mm. A window
/// of 90 × 45 mm that begins 20 mm from the left and 15 mm from the top shows, wherever the sheet lies, what stands
/// between 20 and 85 mm from its left edge and 15 and 39 mm from its top.
final class PostParts {

    private static final float WINDOW_LEFT = Sheet.mm(20);
    private static final float WINDOW_TOP = Sheet.mm(15);
    private static final float WINDOW_WIDTH = Sheet.mm(65);
    private static final float WINDOW_HEIGHT = Sheet.mm(24);
    private static final float BELOW_FOLD = Sheet.mm(110);

    private static final int COLUMNS = 2;
    private static final int ROWS = 6;
    private static final float CELL_WIDTH = Sheet.mm(86.4f);
    private static final float CELL_HEIGHT = Sheet.mm(42.3f);
    private static final float LABELS_LEFT = (Sheet.WIDTH - COLUMNS * CELL_WIDTH) / 2;
    private static final float LABELS_TOP = (Sheet.HEIGHT - ROWS * CELL_HEIGHT) / 2;
    private static final float PADDING = Sheet.mm(6);

    private static final float LARGEST = 11;
    private static final float SMALLEST = 6.5f;
    private static final float LEAD = 1.35f;

    private final Flow flow;

    PostParts(Flow flow) {
        this.flow = flow;
    }

    void window(Block.Window part) {
        flow.blankPage();
        fitted(part.address(), WINDOW_LEFT, WINDOW_TOP, WINDOW_WIDTH, WINDOW_HEIGHT);
        flow.moveTo(BELOW_FOLD);
    }

    void labels(Block.Labels part) {
        for (int i = 0; i < part.addresses().size(); i++) {
            int cell = i % (COLUMNS * ROWS);
            if (cell == 0) {
                flow.blankPage();
            }
            float x = LABELS_LEFT + cell % COLUMNS * CELL_WIDTH + PADDING;
            float y = LABELS_TOP + cell / COLUMNS * CELL_HEIGHT + PADDING;
            fitted(part.addresses().get(i), x, y, CELL_WIDTH - 2 * PADDING, CELL_HEIGHT - 2 * PADDING);
        }
    }

    /// As large as fits into the box; a long name is set smaller, and cut nowhere.
    private void fitted(List<String> address, float x, float top, float width, float height) {
        float size = LARGEST;
        List<Line> lines = lines(address, width, size);
        while (lines.size() * size * LEAD > height && size > SMALLEST) {
            size -= 0.5f;
            lines = lines(address, width, size);
        }
        Style style = Style.of(size, LEAD);
        float y = top;
        Tag tag = Tag.top("P");
        for (Line line : lines) {
            flow.text(line, x, y, style, tag);
            y += style.leading();
        }
    }

    private List<Line> lines(List<String> address, float width, float size) {
        List<Line> lines = new ArrayList<>();
        address.forEach(text -> lines.addAll(flow.lines(text, width, size)));
        return lines;
    }
}
