package town.machi.water;

import java.text.Normalizer;
import java.util.regex.Pattern;
import town.machi.kernel.Kana;

/// A place of use made comparable: `大字芦北 2015番地の1`, `芦北２０１５－１` and `芦北2015番1号` are one.
public final class PlaceKey {

    private static final Pattern JOINT =
            Pattern.compile("丁目|番地の|番地ノ|番地|番|(?<=\\d)号室|(?<=\\d)号|(?<=\\d)\\s*[の之ノ‐‑‒–—―−ー〜~・/-]\\s*(?=\\d)");
    private static final Pattern OUTER_PARTS = Pattern.compile("^(熊本県)?(葦北郡)?(芦北町)?(大字|字)?");

    private PlaceKey() {}

    /// @param area 町字, with or without 大字 and what stands before it
    /// @param number 番地以下
    public static String of(String area, String number) {
        return area(area) + "|" + joined(number);
    }

    /// The beginning of every key in this 町字.
    public static String area(String area) {
        return OUTER_PARTS.matcher(joined(area)).replaceFirst("");
    }

    /// Building and room: `佐敷ハイツ 101号室` and `佐敷ﾊｲﾂ101` are one.
    public static String building(String building) {
        return joined(building);
    }

    /// Joints survive the folding as `_`: 2015-1 is not 20151.
    private static String joined(String text) {
        String usual = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        String parted = JOINT.matcher(usual).replaceAll("_");
        return Kana.searchKey(parted).replaceAll("_+", "_").replaceAll("^_|_$", "");
    }
}
