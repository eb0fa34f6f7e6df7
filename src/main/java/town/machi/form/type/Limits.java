package town.machi.form.type;

import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.kernel.Graphemes;

/// How long a text may be, counted in letters as people count them.
final class Limits {

    /// A line: names of companies and buildings grow long, and nobody's name is cut.
    static final int LINE = 200;

    static final int PARAGRAPHS = 4000;

    private Limits() {}

    /// [Parsed#NOTHING] where one line holds it.
    static Parsed checkLine(Slot slot, String path, String text, int longest) {
        if (!Graphemes.isOneLine(text)) {
            return Parsed.fault(path, "form.control-character", slot.label());
        }
        return checkLength(slot, path, text, longest);
    }

    static Parsed checkLength(Slot slot, String path, String text, int longest) {
        int count = text.length() <= longest ? 0 : Graphemes.count(text);
        return count > longest ? Parsed.fault(path, "form.too-long", slot.label(), longest, count) : Parsed.NOTHING;
    }
}
