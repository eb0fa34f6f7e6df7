package town.machi.document.pdf;

import java.util.ArrayList;
import java.util.List;

/// Breaks paragraphs into lines. Source: JIS X 4051 and W3C "Requirements for Japanese Text Layout" §3.1 (禁則処理):
/// some characters may not begin a line, some may not end one, some may not be parted. Where the rule and the width
/// cannot both be kept, the width is: nothing ever leaves the column.
final class LineBreaker {

    private static final String NOT_AT_START = "、。，．・：；？！‼⁇⁈⁉゛゜´｀¨＾￣＿ヽヾゝゞ々〻ーｰ―‐゠–〜～"
            + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ､｡･ﾞﾟ"
            + "’”）〕］｝〉》」』】〙〗〟｠»)]}｣,.:;?!%％‰℃゛";
    private static final String NOT_AT_END = "‘“（〔［｛〈《「『【〘〖〝｟«([{｢￥＄￡＃№";
    private static final String INSEPARABLE = "…‥—―";

    private LineBreaker() {}

    /// @param measure width of the column in thousandths of the type size
    /// @return at least one line; an empty paragraph is one empty line
    static List<Line> breakLines(List<Piece> pieces, int measure) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < pieces.size()) {
            int end = endOfLine(pieces, start, measure);
            boolean last = end == pieces.size();
            lines.add(line(pieces.subList(start, end), last));
            start = skipSpaces(pieces, end);
        }
        return lines.isEmpty() ? List.of(new Line(List.of(), 0, true)) : lines;
    }

    /// The furthest place that fits; from there back to the nearest allowed one; if there is none, the furthest.
    private static int endOfLine(List<Piece> pieces, int start, int measure) {
        int width = 0;
        int fits = start;
        while (fits < pieces.size() && width + pieces.get(fits).width() <= measure) {
            width += pieces.get(fits).width();
            fits++;
        }
        if (fits == pieces.size()) {
            return fits;
        }
        if (pieces.get(fits).isSpace()) {
            return fits;
        }
        for (int at = fits; at > start; at--) {
            if (mayBreak(pieces.get(at - 1), pieces.get(at))) {
                return at;
            }
        }
        return Math.max(fits, start + 1);
    }

    static boolean mayBreak(Piece before, Piece after) {
        if (after.isSpace()) {
            return false;
        }
        if (before.isSpace()) {
            return true;
        }
        int left = before.point();
        int right = after.point();
        if (NOT_AT_START.indexOf(right) >= 0 || NOT_AT_END.indexOf(left) >= 0) {
            return false;
        }
        if (left == right && INSEPARABLE.indexOf(left) >= 0) {
            return false;
        }
        return !(isWord(left) && isWord(right)) || isJoint(left);
    }

    /// After these a long address of the web or a code may go on in the next line.
    private static boolean isJoint(int point) {
        return "/-?&=_@".indexOf(point) >= 0;
    }

    /// Letters and figures that are read as one word.
    private static boolean isWord(int point) {
        if (point < 0x2E80) {
            return point > ' ' && (Character.isLetterOrDigit(point) || "'’-./@_+#$&=?%:~".indexOf(point) >= 0);
        }
        return point >= 0xFF10 && point <= 0xFF5A && Character.isLetterOrDigit(point);
    }

    private static int skipSpaces(List<Piece> pieces, int from) {
        int at = from;
        while (at < pieces.size() && pieces.get(at).point() == ' ') {
            at++;
        }
        return at;
    }

    private static Line line(List<Piece> pieces, boolean last) {
        int end = pieces.size();
        while (end > 0 && pieces.get(end - 1).point() == ' ') {
            end--;
        }
        List<Piece> kept = List.copyOf(pieces.subList(0, end));
        return new Line(kept, kept.stream().mapToInt(Piece::width).sum(), last);
    }
}
