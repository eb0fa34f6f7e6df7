package town.machi.kernel;

import java.util.regex.Pattern;

/// Numbers below 10,000 in kanji, by place (二〇二六) or with 十, 百 and 千 (二十四).
final class KanjiNumber {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern NUMBER = Pattern.compile("[〇零一二三四五六七八九十百千]+");

    private KanjiNumber() {}

    /// The same text with its kanji numbers as digits.
    static String toDigits(String text) {
        return NUMBER.matcher(text).replaceAll(match -> digits(match.group().replace('零', '〇')));
    }

    private static String digits(String kanji) {
        boolean byPlace = kanji.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
        return byPlace ? byPlace(kanji) : Integer.toString(byUnit(kanji));
    }

    private static String byPlace(String kanji) {
        StringBuilder digits = new StringBuilder();
        kanji.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
        return digits.toString();
    }

    private static int byUnit(String kanji) {
        int total = 0;
        int digit = -1;
        for (int i = 0; i < kanji.length(); i++) {
            char c = kanji.charAt(i);
            if (DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else {
                total += (digit < 0 ? 1 : digit) * unit(c);
                digit = -1;
            }
        }
        return total + Math.max(digit, 0);
    }

    private static int unit(char kanji) {
        return kanji == '十' ? 10 : kanji == '百' ? 100 : 1000;
    }
}
