package town.machi.document.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// What a reader sees as one letter: a code point, and a variation selector or combining marks where it has them.
///
/// Ideographs are never normalised: 﨑 and 神 (U+FA19) stay what was typed. Kana and Latin letters with combining marks
/// are composed (か + U+3099 is が), because fonts draw those better.
///
/// @param text as it is to be read back from the PDF
/// @param base the code point that is drawn
/// @param selector variation selector (IVS: U+E0100–E01EF, standardized: U+FE00–FE0F), 0 for none
record Cluster(String text, int base, int selector) {

    static List<Cluster> of(String text) {
        int[] points = compose(text).codePoints().toArray();
        List<Cluster> clusters = new ArrayList<>(points.length);
        for (int i = 0; i < points.length; i++) {
            int base = points[i];
            int selector = 0;
            if (i + 1 < points.length && isSelector(points[i + 1])) {
                selector = points[++i];
            }
            if (!isInvisible(base)) {
                clusters.add(new Cluster(join(base, selector), base, selector));
            }
        }
        return clusters;
    }

    /// As it is handed to the engine.
    String drawn() {
        return join(base, selector);
    }

    boolean isIdeographicVariant() {
        return selector >= 0xE0100 || (selector != 0 && selector < 0xFE0E && Character.isIdeographic(base));
    }

    /// `U+845B`, `U+845B U+E0102`.
    String codePoints() {
        String first = "U+%04X".formatted(base);
        return selector == 0 ? first : first + " U+%04X".formatted(selector);
    }

    static boolean isSelector(int point) {
        return (point >= 0xE0100 && point <= 0xE01EF) || (point >= 0xFE00 && point <= 0xFE0F);
    }

    /// Marks that have no shape of their own: joiners, soft hyphen, byte order mark, direction marks.
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT || isSelector(point);
    }

    private static String join(int base, int selector) {
        String first = Character.toString(base);
        return selector == 0 ? first : first + Character.toString(selector);
    }

    /// Composes letters with the combining marks that follow them, ideographs apart.
    private static String compose(String text) {
        if (text.codePoints().noneMatch(Cluster::isCombining)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        StringBuilder letter = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (!isCombining(point)) {
                out.append(composeLetter(letter));
                letter.setLength(0);
            }
            letter.appendCodePoint(point);
        });
        return out.append(composeLetter(letter)).toString();
    }

    private static String composeLetter(CharSequence letter) {
        if (letter.isEmpty() || Character.isIdeographic(Character.codePointAt(letter, 0))) {
            return letter.toString();
        }
        return Normalizer.normalize(letter, Normalizer.Form.NFC);
    }

    private static boolean isCombining(int point) {
        int type = Character.getType(point);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && !isSelector(point);
    }
}
