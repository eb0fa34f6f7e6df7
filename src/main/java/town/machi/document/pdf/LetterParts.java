package town.machi.document.pdf;

import java.util.List;
import town.machi.document.pdf.Flow.Style;

/// The parts of a letter: whom, who, what about, what is said.
final class LetterParts {

    private static final Style BODY = Style.of(Flow.BODY, 1.8f);
    private static final Style TITLE = Style.of(16, 1.6f);
    private static final Style HEADING = Style.of(11.5f, 1.6f);
    private static final Style SMALL = new Style(Flow.SMALL, Flow.SMALL * 1.65f, 0.2f);

    /// A name is set this much smaller at most before it wraps.
    private static final float SMALLEST_SHARE = 0.72f;

    /// 24 mm, as the seal of a mayor is.
    private static final float SEAL = Sheet.mm(24);

    private final Flow flow;

    LetterParts(Flow flow) {
        this.flow = flow;
    }

    void dateline(Block.Dateline part) {
        for (String text : part.lines()) {
            rightAligned(text, Tag.top("P"));
        }
        flow.down(BODY.leading() * 0.6f);
    }

    void addressee(Block.Addressee part) {
        float width = Sheet.MEASURE * 0.72f;
        for (String text : part.lines()) {
            Style style = fitted(text, Style.of(12, 1.6f), width);
            Tag tag = Tag.top("P");
            for (Line line : flow.lines(text, width, style.size())) {
                line(line, Sheet.LEFT + flow.width("　", Flow.BODY), style, tag, 0);
            }
        }
        flow.down(BODY.leading() * 0.6f);
    }

    void sender(Block.Sender part) {
        flow.need(BODY.leading() * (part.below().size() + 2));
        String name = part.name();
        if (name == null) {
            blankName(part.office());
        } else {
            rightAligned(part.office() + "　" + name, Tag.top("P"));
        }
        seal(part.seal(), flow.y() - BODY.leading());
        part.below().forEach(text -> rightAligned(text, Tag.top("P")));
        flow.down(BODY.leading() * 0.8f);
    }

    /// Its middle on the line of the name, its right edge in the margin; what stands below keeps clear of it.
    private void seal(Block.Seal seal, float line) {
        float top = line + BODY.leading() / 2 - SEAL / 2;
        float left = Sheet.RIGHT - SEAL + Sheet.mm(10);
        switch (seal) {
            case Block.Seal.None _ -> {}
            case Block.Seal.Room _ -> {
                frame(left, top);
                Style label = new Style(7.5f, 11, 0.6f);
                Line words = flow.lines("公印", SEAL, label.size()).getFirst();
                flow.text(words, left + SEAL - words.widthAt(label.size()) - 3, top + SEAL - 12, label, Tag.ARTIFACT);
                flow.down(SEAL / 2);
            }
            case Block.Seal.Print(byte[] image) -> {
                flow.mark(new Mark.Photo(Tag.ARTIFACT, left, top, SEAL, SEAL, image));
                flow.down(SEAL / 2);
            }
        }
    }

    private void frame(float left, float top) {
        float right = left + SEAL;
        float bottom = top + SEAL;
        float[][] sides = {
            {left, top, right, top},
            {right, top, right, bottom},
            {right, bottom, left, bottom},
            {left, bottom, left, top}
        };
        for (float[] side : sides) {
            flow.mark(new Mark.Rule(side[0], side[1], side[2], side[3], 0.3f, 0.75f));
        }
    }

    void title(Block.Title part) {
        flow.down(TITLE.leading() * 0.3f);
        Style style = fitted(part.text(), TITLE, Sheet.MEASURE);
        Tag tag = Tag.top("H1");
        for (Line line : flow.lines(part.text(), Sheet.MEASURE, style.size())) {
            line(line, middle(line, style), style, tag, 0);
        }
        flow.down(TITLE.leading() * 0.6f);
    }

    void heading(String text) {
        flow.need(HEADING.leading() * 4);
        flow.down(flow.isAtTop() ? 0 : HEADING.leading() * 0.5f);
        Tag tag = Tag.top("H2");
        for (Line line : flow.lines(text, Sheet.MEASURE, HEADING.size())) {
            line(line, Sheet.LEFT, HEADING, tag, 0);
        }
        flow.down(3);
    }

    void paragraph(Block.Paragraph part) {
        for (String text : part.text().lines().toList()) {
            Tag tag = Tag.top("P");
            List<Line> lines = flow.lines(text.startsWith("　") ? text : "　" + text, Sheet.MEASURE, Flow.BODY);
            if (lines.size() > 1) {
                flow.need(BODY.leading() * 2);
            }
            lines.forEach(line -> line(line, Sheet.LEFT, BODY, tag, spread(line)));
        }
        flow.down(BODY.leading() * 0.6f);
    }

    void centred(Block.Centred part) {
        flow.need(BODY.leading() * 4);
        Tag tag = Tag.top("P");
        for (Line line : flow.lines(part.text(), Sheet.MEASURE, Flow.BODY)) {
            line(line, middle(line, BODY), BODY, tag, 0);
        }
        flow.down(BODY.leading() * 0.6f);
    }

    void remarks(List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        flow.down(6);
        float indent = flow.width("※　", Flow.SMALL);
        Line sign = flow.lines("※", indent, Flow.SMALL).getFirst();
        for (String text : texts) {
            List<Line> lines = flow.lines(text, Sheet.MEASURE - indent, Flow.SMALL);
            flow.need(SMALL.leading() * Math.min(3, lines.size()));
            Tag tag = Tag.top("Note");
            flow.text(sign, Sheet.LEFT, flow.y(), SMALL, tag);
            lines.forEach(line -> line(line, Sheet.LEFT + indent, SMALL, tag, 0));
        }
    }

    private void blankName(String office) {
        float blank = Sheet.mm(48);
        Line line = flow.lines(office, Sheet.MEASURE, Flow.BODY).getFirst();
        flow.text(line, Sheet.RIGHT - blank - line.widthAt(Flow.BODY) - 8, flow.y(), BODY, Tag.top("P"));
        float under = flow.y() + BODY.leading() - 3;
        flow.mark(new Mark.Rule(Sheet.RIGHT - blank, under, Sheet.RIGHT, under, 0.4f, 0.4f));
        flow.down(BODY.leading());
        Style label = new Style(7.5f, 11, Flow.SOFT);
        Line words = flow.lines("（氏名）", blank, label.size()).getFirst();
        line(words, Sheet.RIGHT - blank, label, Tag.top("P"), 0);
    }

    private void rightAligned(String text, Tag tag) {
        for (Line line : flow.lines(text, Sheet.MEASURE, Flow.BODY)) {
            line(line, Sheet.RIGHT - line.widthAt(Flow.BODY), BODY, tag, 0);
        }
    }

    private void line(Line line, float x, Style style, Tag tag, float spread) {
        flow.need(style.leading());
        flow.text(line, x, flow.y(), style, tag, spread);
        flow.down(style.leading());
    }

    /// Fills the line when less than two letters are missing, so that the right edge stands straight.
    private static float spread(Line line) {
        float missing = Sheet.MEASURE - line.widthAt(Flow.BODY);
        int gaps = line.pieces().size() - 1;
        return line.last() || gaps < 10 || missing > Flow.BODY * 2 ? 0 : missing / gaps;
    }

    private static float middle(Line line, Style style) {
        return Sheet.LEFT + (Sheet.MEASURE - line.widthAt(style.size())) / 2;
    }

    private Style fitted(String text, Style style, float width) {
        float natural = text.lines()
                .map(line -> flow.width(line, style.size()))
                .max(Float::compare)
                .orElse(0f);
        float share = Math.clamp(width / Math.max(natural, 1f), SMALLEST_SHARE, 1f);
        return new Style(style.size() * share, style.leading(), style.grey());
    }
}
