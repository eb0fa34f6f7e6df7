package town.machi.document.pdf;

import java.util.ArrayList;
import java.util.List;
import town.machi.document.pdf.Flow.Style;

/// Ruled tables. A row stays together where it can; one that is longer than a page goes on in the next.
final class TableParts {

    private static final Style CELL = Style.of(Flow.CELL, 1.6f);
    private static final Style LABEL = new Style(9.5f, Flow.CELL * 1.6f, 0.15f);
    private static final float PAD = 6.5f;
    private static final float PAD_DOWN = 4.5f;
    private static final float LABEL_SHARE = 0.31f;
    private static final float LABEL_GROUND = 0.955f;
    private static final float FRAME_GREY = 0.5f;
    private static final float INNER_GREY = 0.72f;
    private static final String EMPTY = "（記入なし）";

    private final Flow flow;

    TableParts(Flow flow) {
        this.flow = flow;
    }

    void rows(Block.Rows part) {
        Tag table = Tag.top("Table");
        float[] edges = {Sheet.LEFT, Sheet.LEFT + Sheet.MEASURE * LABEL_SHARE, Sheet.RIGHT};
        beginWith(part.heading());
        flow.repeating(() -> continued(part.heading()), () -> {
            for (Block.Row row : part.rows()) {
                String value = String.join("\n", row.values());
                boolean empty = value.isBlank() && !row.forPen();
                Style style = empty ? new Style(CELL.size(), CELL.leading(), 0.45f) : CELL;
                Tag tag = table.child("TR");
                draw(
                        edges,
                        List.of(
                                cell(edges, 0, row.label(), LABEL, tag.rowHeader(), LABEL_GROUND),
                                cell(edges, 1, empty ? EMPTY : value, style, tag.child("TD"), 1)));
            }
        });
        flow.down(CELL.leading() * 0.9f);
    }

    void grid(Block.Grid part) {
        float[] edges = edges(part.columns());
        Tag table = Tag.top("Table");
        beginWith(part.heading());
        header(part.columns(), edges, table.child("TR"));
        flow.repeating(
                () -> {
                    continued(part.heading());
                    header(part.columns(), edges, Tag.ARTIFACT);
                },
                () -> part.rows().forEach(row -> gridRow(row, edges, table.child("TR"))));
        flow.down(CELL.leading() * 0.9f);
    }

    private void header(List<Block.Column> columns, float[] edges, Tag tag) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Tag place = tag == Tag.ARTIFACT ? tag : tag.columnHeader();
            cells.add(cell(edges, i, columns.get(i).label(), LABEL, place, LABEL_GROUND));
        }
        draw(edges, cells);
    }

    private void gridRow(List<String> row, float[] edges, Tag tag) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < edges.length - 1; i++) {
            cells.add(cell(edges, i, i < row.size() ? row.get(i) : "", CELL, tag.child("TD"), 1));
        }
        draw(edges, cells);
    }

    private void beginWith(String heading) {
        flow.need(CELL.leading() * 4);
        if (!heading.isEmpty()) {
            new LetterParts(flow).heading(heading);
        }
    }

    private void continued(String heading) {
        if (!heading.isEmpty()) {
            Style style = new Style(9.5f, 16, Flow.SOFT);
            Line line =
                    flow.lines(heading + "（つづき）", Sheet.MEASURE, style.size()).getFirst();
            flow.text(line, Sheet.LEFT, flow.y(), style, Tag.ARTIFACT);
            flow.down(style.leading() + 2);
        }
    }

    private Cell cell(float[] edges, int column, String text, Style style, Tag tag, float ground) {
        float width = edges[column + 1] - edges[column] - PAD * 2;
        return new Cell(flow.lines(text, width, style.size()), style, tag, ground);
    }

    /// The whole row where it fits on a page; else as many lines as there is room for, and the rest on the next.
    private void draw(float[] edges, List<Cell> cells) {
        int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1);
        float height = height(lines);
        if (height > flow.room() && (height < Sheet.HEIGHT / 3 || flow.room() < height(4))) {
            flow.need(height);
        }
        int from = 0;
        while (from < lines) {
            int fit = (int) ((flow.room() - PAD_DOWN * 2) / CELL.leading());
            if (fit < 1 && !flow.isAtTop()) {
                flow.newPage();
                continue;
            }
            int to = Math.min(lines, from + Math.max(1, fit));
            drawSlice(edges, cells, from, to);
            from = to;
            if (from < lines) {
                flow.newPage();
            }
        }
    }

    private void drawSlice(float[] edges, List<Cell> cells, int from, int to) {
        float top = flow.y();
        float height = height(to - from);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell.ground() < 1) {
                flow.mark(new Mark.Fill(edges[i], top, edges[i + 1] - edges[i], height, cell.ground()));
            }
            if (from > 0 && cell.lines().size() <= from) {
                flow.text(cell.lines().getFirst(), edges[i] + PAD, top + PAD_DOWN, cell.style(), Tag.ARTIFACT);
            }
            for (int at = from; at < Math.min(to, cell.lines().size()); at++) {
                float y = top + PAD_DOWN + (at - from) * CELL.leading();
                flow.text(cell.lines().get(at), edges[i] + PAD, y, cell.style(), cell.tag());
            }
        }
        rule(edges, top, height);
        flow.down(height);
    }

    private void rule(float[] edges, float top, float height) {
        float bottom = top + height;
        float right = edges[edges.length - 1];
        for (float y : new float[] {top, bottom}) {
            flow.mark(new Mark.Rule(edges[0], y, right, y, 0.4f, INNER_GREY));
        }
        for (int i = 0; i < edges.length; i++) {
            boolean outer = i == 0 || i == edges.length - 1;
            flow.mark(new Mark.Rule(edges[i], top, edges[i], bottom, 0.4f, outer ? FRAME_GREY : INNER_GREY));
        }
    }

    private static float height(int lines) {
        return lines * CELL.leading() + PAD_DOWN * 2;
    }

    private static float[] edges(List<Block.Column> columns) {
        int total = columns.stream().mapToInt(Block.Column::weight).sum();
        float[] edges = new float[columns.size() + 1];
        edges[0] = Sheet.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            edges[i + 1] = edges[i] + Sheet.MEASURE * columns.get(i).weight() / total;
        }
        return edges;
    }

    /// @param ground grey behind it, 1 for none
    private record Cell(List<Line> lines, Style style, Tag tag, float ground) {}
}
