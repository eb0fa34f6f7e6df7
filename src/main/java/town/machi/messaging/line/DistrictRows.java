package town.machi.messaging.line;

import java.util.List;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.messaging.District;

/// Districts by the row of their first kana, as a telephone directory has them: thirteen choices are LINE's most.
final class DistrictRows {

    private static final List<String> ROWS = List.of(
            "アイウエオ", "カキクケコガギグゲゴ", "サシスセソザジズゼゾ", "タチツテトダヂヅデド", "ナニヌネノ", "ハヒフヘホバビブベボパピプペポ", "マミムメモ", "ヤユヨ", "ラリルレロワヲ");

    private DistrictRows() {}

    /// The first kana of each row that has a district.
    static List<String> rows(List<District> districts) {
        return ROWS.stream()
                .filter(row -> districts.stream().anyMatch(district -> isIn(district, row)))
                .map(row -> row.substring(0, 1))
                .toList();
    }

    static List<District> of(List<District> districts, String first) {
        return ROWS.stream()
                .filter(row -> !first.isEmpty() && row.startsWith(first))
                .flatMap(row -> districts.stream().filter(district -> isIn(district, row)))
                .toList();
    }

    /// Those that are called so, in letters or in kana; where one fits exactly, only that.
    static List<District> named(List<District> districts, String text) {
        String said = text.strip();
        String kana = Kana.searchKey(said);
        List<District> exact = districts.stream()
                .filter(district -> district.id().equals(said)
                        || district.name().equals(said)
                        || Kana.searchKey(district.kana()).equals(kana)
                        || Romaji.of(district.kana()).equalsIgnoreCase(said))
                .toList();
        return exact.isEmpty() && !said.isEmpty()
                ? districts.stream()
                        .filter(district -> district.name().startsWith(said)
                                || Kana.searchKey(district.kana()).startsWith(kana))
                        .toList()
                : exact;
    }

    private static boolean isIn(District district, String row) {
        return row.indexOf(district.kana().charAt(0)) >= 0;
    }

    static String label(String row, Language language) {
        return switch (language) {
            case JA -> row + "行";
            case EASY -> Romaji.hiragana(row) + "で はじまる";
            case EN -> Romaji.of(row) + "…";
        };
    }

    /// 湯浦, 湯浦（ゆのうら）, Yunoura 湯浦.
    static String label(District district, Language language) {
        return switch (language) {
            case JA -> district.name();
            case EASY -> district.name() + "（" + Romaji.hiragana(district.kana()) + "）";
            case EN -> Romaji.of(district.kana()) + " " + district.name();
        };
    }
}
