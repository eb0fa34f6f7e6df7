package town.machi.shelter.list;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import town.machi.kernel.Kana;
import town.machi.kernel.Place;
import town.machi.platform.Town;
import town.machi.shelter.Shelter;

/// Whether two records tell of one place, where no 全国共通ID says so: a place that was added on the spot has none, and
/// the next list brings it under one.
public final class Likeness {

    private static final double NEAR_METRES = 100;
    private static final Pattern JOINT = Pattern.compile("丁目|番地の|番地|番|(?<=\\d)号|(?<=\\d)[の之ノ‐‑‒–—―−ー〜~・/-](?=\\d)");

    private final List<String> outerParts;

    public Likeness(Town town) {
        outerParts = List.of(town.prefecture(), town.municipality(), town.name(), "大字", "字");
    }

    /// Whatever the width, the blanks and the variants of letters.
    public static boolean haveOneName(String one, String other) {
        return Kana.searchKey(one).equals(Kana.searchKey(other));
    }

    static boolean haveOneName(Shelter one, Shelter other) {
        return haveOneName(one.name(), other.name());
    }

    /// At one address, or within 100 metres. Where neither record tells anything of the place, there is nothing in
    /// which they differ.
    boolean stand(Shelter one, Shelter other) {
        Place here = one.where().place();
        Place there = other.where().place();
        if (here != null && there != null && here.distanceMetres(there) <= NEAR_METRES) {
            return true;
        }
        String address = address(one.where().address());
        boolean same = address.equals(address(other.where().address()));
        return same && (!address.isEmpty() || here == null && there == null);
    }

    /// `熊本県葦北郡芦北町大字佐敷１番地の２` and `佐敷1-2` are one.
    String address(String typed) {
        String rest = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        for (String part : outerParts) {
            rest = rest.startsWith(part) ? rest.substring(part.length()) : rest;
        }
        return JOINT.matcher(rest).replaceAll("-").replaceAll("-+", "-").replaceAll("-$", "");
    }
}
