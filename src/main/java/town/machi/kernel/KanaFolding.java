package town.machi.kernel;

/// The folding behind [Kana#searchKey], letter by letter from the left.
final class KanaFolding {

    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String SAME_SOUND = "ヂヅヲヰヱヷヸヹヺ";
    private static final String SOUND = "ジズオイエバビベボ";
    private static final String PLAIN = "カキクケコサシスセソタチツテトハヒフヘホ";
    private static final String VOICED = "ガギグゲゴザジズゼゾダジズデドバビブベボ";
    private static final String VU_WITH = "ァィェォアイエオ";
    private static final String VU_SOUND = "バビベボバビベボ";

    /// The vowel of each letter: a row of the kana table for each.
    private static final String A = "アカガサザタダナハバパマヤラワ";
    private static final String I = "イキギシジチニヒビピミリ";
    private static final String U = "ウクグスズツヌフブプムユル";
    private static final String E = "エケゲセゼテデネヘベペメレ";
    private static final String O = "オコゴソゾトドノホボポモヨロ";

    private KanaFolding() {}

    /// @param kana normalised, lower case
    static String fold(String kana) {
        StringBuilder key = new StringBuilder(kana.length());
        char before = 0;
        int[] letters = kana.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            int c = letters[i];
            if (c == 'ヴ') {
                int with = i + 1 < letters.length ? VU_WITH.indexOf(letters[i + 1]) : -1;
                before = with < 0 ? 'ブ' : VU_SOUND.charAt(with);
                key.append(before);
                i += with < 0 ? 0 : 1;
            } else if (!isLeftOut(c)) {
                int folded = foldOne(c, before);
                boolean isLong = isLongVowel(before, folded);
                key.appendCodePoint(isLong ? 'ー' : folded);
                before = isLong || folded > Character.MAX_VALUE ? before : (char) folded;
            }
        }
        return key.toString();
    }

    private static int foldOne(int c, char before) {
        if ((c == 'ヽ' || c == 'ヾ' || c == '々') && before != 0) {
            return c == 'ヾ' ? mapped(before, PLAIN, VOICED) : before;
        }
        return mapped(mapped(c, SMALL, LARGE), SAME_SOUND, SOUND);
    }

    private static int mapped(int c, String from, String to) {
        int at = from.indexOf(c);
        return at < 0 ? c : to.charAt(at);
    }

    /// Whether the letter only makes the vowel before it longer: オオ, オウ, エイ, アー.
    private static boolean isLongVowel(char before, int c) {
        if (c == 'ー') {
            return true;
        }
        return switch (c) {
            case 'ア' -> A.indexOf(before) >= 0;
            case 'イ' -> I.indexOf(before) >= 0 || E.indexOf(before) >= 0;
            case 'ウ' -> U.indexOf(before) >= 0 || O.indexOf(before) >= 0;
            case 'エ' -> E.indexOf(before) >= 0;
            case 'オ' -> O.indexOf(before) >= 0;
            default -> false;
        };
    }

    private static boolean isLeftOut(int c) {
        return Character.isWhitespace(c)
                || Character.getType(c) == Character.SPACE_SEPARATOR
                || "・･.-‐‑–—−'’".indexOf(c) >= 0
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
