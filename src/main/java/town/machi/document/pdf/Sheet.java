package town.machi.document.pdf;

import java.util.ArrayList;
import java.util.List;

/// One page of A4, portrait, with room at the left for the holes of a file (two, 12 mm from the edge: JIS S 6041).
final class Sheet {

    static final float WIDTH = 595.28f;
    static final float HEIGHT = 841.89f;
    static final float LEFT = mm(25);
    static final float RIGHT = WIDTH - mm(18);
    static final float TOP = mm(20);
    static final float BOTTOM = HEIGHT - mm(20);
    static final float MEASURE = RIGHT - LEFT;

    private final List<Mark> marks = new ArrayList<>();

    static float mm(float millimetres) {
        return millimetres * 72 / 25.4f;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    List<Mark> marks() {
        return marks;
    }
}
