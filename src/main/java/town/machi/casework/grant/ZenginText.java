package town.machi.casework.grant;

import java.text.Normalizer;
import java.util.Map;

/// Text as banks take it: one byte for each letter, half-width kana without small letters, a long vowel as a hyphen.
/// Source: 全国銀行協会 全銀協パーソナル・コンピュータ用標準通信プロトコル 適用業務およびレコード・フォーマット, 使用文字.
final class ZenginText {

    private static final String FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private static final Map<Integer, String> OTHERS = Map.ofEntries(
            Map.entry((int) 'ァ', "ｱ"),
            Map.entry((int) 'ィ', "ｲ"),
            Map.entry((int) 'ゥ', "ｳ"),
            Map.entry((int) 'ェ', "ｴ"),
            Map.entry((int) 'ォ', "ｵ"),
            Map.entry((int) 'ッ', "ﾂ"),
            Map.entry((int) 'ャ', "ﾔ"),
            Map.entry((int) 'ュ', "ﾕ"),
            Map.entry((int) 'ョ', "ﾖ"),
            Map.entry((int) 'ヮ', "ﾜ"),
            Map.entry((int) 'ヵ', "ｶ"),
            Map.entry((int) 'ヶ', "ｹ"),
            Map.entry((int) 'ヲ', "ｵ"),
            Map.entry((int) 'ヰ', "ｲ"),
            Map.entry((int) 'ヱ', "ｴ"),
            Map.entry((int) 'ー', "-"),
            Map.entry((int) '‐', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '・', "."),
            Map.entry(0x3099, "ﾞ"),
            Map.entry(0x309A, "ﾟ"));

    private ZenginText() {}

    /// What has no letter at the bank stays as it is; [#isSound] tells.
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        String apart = Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC), Normalizer.Form.NFD);
        apart.toUpperCase(java.util.Locale.ROOT).codePoints().forEach(c -> out.append(one(c)));
        return out.toString().strip();
    }

    private static String one(int c) {
        int at = FULL.indexOf(c);
        if (at >= 0) {
            return HALF.substring(at, at + 1);
        }
        return Character.isWhitespace(c) ? " " : OTHERS.getOrDefault(c, Character.toString(c));
    }

    /// Whether every letter is one that banks take.
    static boolean isSound(String text) {
        return text.matches("[ｱ-ﾝﾞﾟA-Z0-9 ().\\-]*");
    }
}
