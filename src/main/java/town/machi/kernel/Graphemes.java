package town.machi.kernel;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Text counted as people count it: 葛󠄀 (葛 and its variation selector) is one letter, and so is 𠮷.
public final class Graphemes {

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    public static int count(String text) {
        return (int) CLUSTER.matcher(text).results().count();
    }

    /// The letters one by one; joined they are the text again.
    public static List<String> split(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    }

    /// As many whole letters as fit into so many UTF-16 units: for a subject, a label; never for what is sent as it is.
    public static String begin(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        StringBuilder begin = new StringBuilder();
        for (String letter : split(text)) {
            if (begin.length() + letter.length() > units) {
                break;
            }
            begin.append(letter);
        }
        return begin.toString();
    }

    /// Whether the text is something that one line can hold and any system can store.
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(Graphemes::isForbidden);
    }

    /// Control characters, unpaired surrogates, codes that are nobody's letter, and marks that turn the
    /// direction of the text: none of them belongs in what a person types into one line.
    private static boolean isForbidden(int letter) {
        return Character.isISOControl(letter)
                || letter >= 0x202A && letter <= 0x202E
                || letter >= 0x2066 && letter <= 0x2069
                || letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE
                || letter == 0xFEFF
                || letter == 0xFFFE
                || letter == 0xFFFF;
    }

    /// Without the blanks around it, full-width ones too. Nothing else changes: names stay as typed.
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char letter) {
        return (letter >= '\t' && letter <= '\r') || Character.isSpaceChar(letter);
    }

    /// Half width where there is one, compatibility forms folded; for comparing, never for keeping.
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
