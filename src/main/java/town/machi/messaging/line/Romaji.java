package town.machi.messaging.line;

import java.util.HashMap;
import java.util.Map;

/// Katakana in Latin letters by Hepburn, for place names: ユノウラ is Yunoura. Long vowels stay as they are spelt.
final class Romaji {

    private static final Map<String, String> SYLLABLES = new HashMap<>();

    static {
        add("アイウエオ", "a i u e o");
        add("カキクケコ", "ka ki ku ke ko");
        add("ガギグゲゴ", "ga gi gu ge go");
        add("サシスセソ", "sa shi su se so");
        add("ザジズゼゾ", "za ji zu ze zo");
        add("タチツテト", "ta chi tsu te to");
        add("ダヂヅデド", "da ji zu de do");
        add("ナニヌネノ", "na ni nu ne no");
        add("ハヒフヘホ", "ha hi fu he ho");
        add("バビブベボ", "ba bi bu be bo");
        add("パピプペポ", "pa pi pu pe po");
        add("マミムメモ", "ma mi mu me mo");
        add("ヤユヨ", "ya yu yo");
        add("ラリルレロ", "ra ri ru re ro");
        add("ワヲンー", "wa o n -");
    }

    private Romaji() {}

    private static void add(String kana, String latin) {
        String[] parts = latin.split(" ", -1);
        for (int i = 0; i < parts.length; i++) {
            SYLLABLES.put(kana.substring(i, i + 1), parts[i]);
        }
    }

    /// With a capital first letter.
    static String of(String katakana) {
        StringBuilder latin = new StringBuilder();
        boolean doubled = false;
        for (char kana : katakana.toCharArray()) {
            int small = "ャュョ".indexOf(kana);
            if (kana == 'ッ') {
                doubled = true;
            } else if (small >= 0) {
                softened(latin, "auo".charAt(small));
            } else {
                String syllable = SYLLABLES.getOrDefault(String.valueOf(kana), String.valueOf(kana));
                latin.append(doubled ? syllable.substring(0, 1) : "").append(syllable);
                doubled = false;
            }
        }
        return latin.isEmpty() ? "" : latin.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + latin.substring(1);
    }

    /// キャ: kya, シャ: sha.
    private static void softened(StringBuilder latin, char vowel) {
        latin.setLength(Math.max(0, latin.length() - 1));
        String before = latin.toString();
        boolean soft = before.endsWith("sh") || before.endsWith("ch") || before.endsWith("j");
        latin.append(soft ? "" : "y").append(vowel);
    }

    static String hiragana(String katakana) {
        StringBuilder hiragana = new StringBuilder();
        katakana.chars().forEach(kana -> hiragana.append((char) (kana >= 'ァ' && kana <= 'ヶ' ? kana - 0x60 : kana)));
        return hiragana.toString();
    }
}
