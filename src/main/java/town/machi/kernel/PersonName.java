package town.machi.kernel;

/// A person's name, kept exactly as typed: 𠮷野, 﨑田, 髙橋, 葛󠄀城. Nothing is normalised, mapped or cut.
///
/// @param family 姓; the whole name where there is no other part
/// @param given 名; empty where there is none
public record PersonName(String family, String given) {

    /// Letters (grapheme clusters) that each part may have. Source: our limit; 住民基本台帳 knows none.
    public static final int LONGEST_PART = 100;

    /// Takes the blanks around each part away, and refuses what no name can be.
    public static Reading<PersonName> parse(String family, String given) {
        String first = Graphemes.trimmed(family);
        String second = Graphemes.trimmed(given);
        if (first.isEmpty()) {
            return Reading.refused("kernel.name.empty");
        }
        int longest = Math.max(Graphemes.count(first), Graphemes.count(second));
        if (longest > LONGEST_PART) {
            return Reading.refused("kernel.name.too-long", LONGEST_PART, longest);
        }
        if (!Graphemes.isOneLine(first) || !Graphemes.isOneLine(second)) {
            return Reading.refused("kernel.name.not-a-letter");
        }
        return Reading.of(new PersonName(first, second));
    }

    /// 芦北　太郎, parted by a full-width blank.
    public String full() {
        return given.isEmpty() ? family : family + "\u3000" + given;
    }

    /// Letters as a person counts them, the blank left out.
    public int length() {
        return Graphemes.count(family) + Graphemes.count(given);
    }

    public String searchKey() {
        return Kana.searchKey(family + given);
    }
}
