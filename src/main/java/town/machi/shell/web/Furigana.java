package town.machi.shell.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In やさしい日本語 a reading stands in brackets behind its word: 届出（とどけで）, 書（か）く,
/// 使い方（つかいかた）. On the page it stands above. Tags, and elements that hold plain text alone,
/// stay as they are.
final class Furigana {

    private static final String KANJI = "[\\p{IsHan}々ヶ]";
    private static final Pattern PIECES = Pattern.compile("(?s)<(title|textarea|option|script|style)\\b.*?</\\1>"
            + "|<[^>\"]*+(?:\"[^\"]*+\"[^>\"]*+)*+>"
            + "|(" + KANJI + "[\\p{IsHan}々ヶ\\p{IsHiragana}]*)（([\\p{IsHiragana}\\p{IsKatakana}ー]+)）");
    private static final Pattern WORD_START = Pattern.compile("(?<!" + KANJI + ")" + KANJI);

    private Furigana() {}

    static String above(String html) {
        return PIECES.matcher(html).replaceAll(piece -> {
            var run = piece.group(2);
            return Matcher.quoteReplacement(run == null ? piece.group() : ruby(run, piece.group(3)));
        });
    }

    private static String ruby(String run, String reading) {
        var start = WORD_START.matcher(run);
        while (start.find()) {
            var word = run.substring(start.start());
            if (reads(word, reading)) {
                return run.substring(0, start.start()) + "<ruby>" + word + "<rp>（</rp><rt>" + reading
                        + "</rt><rp>）</rp></ruby>";
            }
        }
        return run + "（" + reading + "）";
    }

    /// Whether the kana of the word stand in its reading: 使い方 is つかいかた, 名前を書 is not か.
    private static boolean reads(String word, String reading) {
        return reading.matches(word.replaceAll(KANJI + "+", ".+"));
    }
}
