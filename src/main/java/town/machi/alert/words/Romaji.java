package town.machi.alert.words;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Readings of place names in Latin letters for English texts, Hepburn as road signs write it: long vowels are
/// shortened at the beginning and the end, where they are one sound (大野 Ono), and kept between words (湯浦 Yunoura).
public final class Romaji {

    private static final Map<String, String> SYLLABLES = syllables();

    private Romaji() {}

    /// @param katakana full width: ユノウラ → Yunoura
    public static String of(String katakana) {
        StringBuilder out = new StringBuilder();
        boolean doubled = false;
        int at = 0;
        while (at < katakana.length()) {
            int two = Math.min(at + 2, katakana.length());
            String pair = SYLLABLES.get(katakana.substring(at, two));
            String sound = pair != null && two - at == 2 ? pair : SYLLABLES.get(katakana.substring(at, at + 1));
            at += pair != null && two - at == 2 ? 2 : 1;
            if ("ッ".equals(katakana.substring(at - 1, at))) {
                doubled = true;
                continue;
            }
            if (sound == null) {
                continue;
            }
            out.append(doubled ? (sound.startsWith("ch") ? "t" : sound.substring(0, 1)) : "")
                    .append(sound);
            doubled = false;
        }
        String word = shortened(out.toString());
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String shortened(String word) {
        return word.replaceFirst("^oo", "o").replaceFirst("ou$", "o").replaceAll("n([bmp])", "m$1");
    }

    private static Map<String, String> syllables() {
        Map<String, String> all = new LinkedHashMap<>();
        String[] rows = {
            "アa イi ウu エe オo", "カka キki クku ケke コko", "サsa シshi スsu セse ソso", "タta チchi ツtsu テte トto",
            "ナna ニni ヌnu ネne ノno", "ハha ヒhi フfu ヘhe ホho", "マma ミmi ムmu メme モmo", "ヤya ユyu ヨyo",
            "ラra リri ルru レre ロro", "ワwa ヲo ンn", "ガga ギgi グgu ゲge ゴgo", "ザza ジji ズzu ゼze ゾzo",
            "ダda ヂji ヅzu デde ドdo", "バba ビbi ブbu ベbe ボbo", "パpa ピpi プpu ペpe ポpo"
        };
        for (String row : rows) {
            for (String entry : row.split(" ")) {
                all.put(entry.substring(0, 1), entry.substring(1));
            }
        }
        for (String initial : "キki シshi チchi ニni ヒhi ミmi リri ギgi ジji ビbi ピpi".split(" ")) {
            String stem = initial.substring(1, initial.length() - 1);
            boolean soft = stem.endsWith("sh") || stem.endsWith("ch") || stem.endsWith("j");
            all.put(initial.charAt(0) + "ャ", stem + (soft ? "a" : "ya"));
            all.put(initial.charAt(0) + "ュ", stem + (soft ? "u" : "yu"));
            all.put(initial.charAt(0) + "ョ", stem + (soft ? "o" : "yo"));
        }
        return all;
    }
}
