package town.machi.kernel;

import java.util.Locale;

/// Kana, made comparable.
///
/// [#normalised] is what we store and show of a reading (フリガナ): full-width katakana, small kana kept as small.
/// [#searchKey] is what we compare by. It folds more, because the same name reaches us from bank files (no small
/// kana), from phones (hiragana) and from memory (オーノ, オオノ, オウノ):
///
/// | typed | key | why |
/// |---|---|---|
/// | ｶﾞ, が, ガ | ガ | width and script never matter |
/// | オーノ, オオノ, オウノ | オーノ | a long vowel is one, however it is written |
/// | キョウコ, キヨウコ | キヨーコ | half-width bank kana has large letters only |
/// | ヴァイオリン, バイオリン | バイオリン | and ヂ ジ, ヅ ズ, ヲ オ, ヰ イ, ヱ エ |
/// | サヽキ, いすゞ | ササキ, イスズ | iteration marks are written out |
/// | ＡＢＣ, abc | abc | |
/// | 髙橋, 渡邊, 𠮷野, 佐々木 | 高橋, 渡辺, 吉野, 佐佐木 | a name is written in several ways |
/// | blanks, middle dots, hyphens | – | left out |
///
/// A key of the beginning is a beginning of the key, so that a prefix search finds what it should (a half-width
/// letter before its own mark ﾞ aside).
public final class Kana {

    private static final int TO_KATAKANA = 'ア' - 'あ';

    private Kana() {}

    /// Full-width katakana with single blanks; all that is not kana is only folded to its usual width.
    public static String normalised(String text) {
        String folded = Graphemes.folded(text);
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints().map(Kana::toKatakana).forEach(c -> append(out, c));
        // わ with a mark apart becomes one letter only as katakana: ヷ.
        String joined = Graphemes.folded(out.toString());
        return Graphemes.trimmed(joined).replaceAll("[\\s\\p{Z}]+", " ");
    }

    /// Whether the text, once normalised, is kana with blanks and middle dots only, as a フリガナ has to be.
    public static boolean isKana(String text) {
        String kana = normalised(text);
        return !kana.isBlank() && kana.matches("[ァ-ヺー・ ]+");
    }

    /// See the table above. Variation selectors are left out, too.
    public static String searchKey(String text) {
        StringBuilder usual = new StringBuilder(text.length());
        normalised(text)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(NameVariants::usual)
                .forEach(usual::appendCodePoint);
        return KanaFolding.fold(usual.toString());
    }

    private static int toKatakana(int c) {
        boolean hiragana = (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ';
        return hiragana ? c + TO_KATAKANA : c;
    }

    /// What stands for a long vowel after kana is ー, whatever key was hit for it.
    private static void append(StringBuilder out, int c) {
        boolean afterKana = !out.isEmpty() && isKatakana(out.charAt(out.length() - 1));
        out.appendCodePoint(afterKana && "-‐‑‒–—―−~〜".indexOf(c) >= 0 ? 'ー' : c);
    }

    static boolean isKatakana(char c) {
        return (c >= 'ァ' && c <= 'ヺ') || c == 'ー';
    }
}
