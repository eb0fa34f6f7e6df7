package town.machi.alert.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.machi.kernel.Language;

/// The districts of the town and their groups (地区), and how a set of them is said in each language.
///
/// @param areas every district, by reading
/// @param groups in the order in which they are said; together they need not cover the town
public record PlaceWords(List<Area> areas, List<Group> groups) {

    static final String DISTRICTS = "districts";

    /// The blanks that every template has without declaring them.
    static final Set<String> BLANKS = Set.of(DISTRICTS, "ended", "endedNumber");

    /// @param id as messages keep it: `大字湯浦`
    /// @param kana full-width katakana
    public record Area(String id, String name, String kana) {

        /// ゆのうら
        public String hiragana() {
            return PlaceWords.hiragana(kana);
        }
    }

    /// 地区: what people call a part of the town.
    ///
    /// @param members ids of areas
    public record Group(String name, String kana, List<String> members) {}

    public PlaceWords {
        areas = List.copyOf(areas);
        groups = List.copyOf(groups);
    }

    public Set<String> all() {
        Set<String> ids = new LinkedHashSet<>();
        areas.forEach(area -> ids.add(area.id()));
        return ids;
    }

    public boolean isWholeTown(Collection<String> ids) {
        return ids.containsAll(all());
    }

    /// 佐敷地区、湯浦 / 佐敷（さしき）地区、湯浦（ゆのうら） / Sashiki district, Yunoura; the whole town in one word.
    public String say(Collection<String> ids, Language language) {
        if (!ids.isEmpty() && isWholeTown(ids)) {
            return switch (language) {
                case JA -> "町内全域";
                case EASY -> "町（まち）の ぜんぶ";
                case EN -> "the whole town";
            };
        }
        List<String> parts = new ArrayList<>();
        parts(ids).forEach((name, kana) -> parts.add(say(name, kana, language)));
        return String.join(language == Language.EN ? ", " : "、", parts);
    }

    /// The same, with the reading after each name: for whoever reads it aloud.
    public String sayWithReadings(Collection<String> ids) {
        if (!ids.isEmpty() && isWholeTown(ids)) {
            return "町内全域";
        }
        List<String> parts = new ArrayList<>();
        parts(ids).forEach((name, kana) -> parts.add(say(name, kana, Language.EASY)));
        return String.join("、", parts);
    }

    /// Names as they are said, with their readings; a 地区 where all of it is meant.
    private Map<String, String> parts(Collection<String> ids) {
        Map<String, String> parts = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>(ids);
        for (Group group : groups) {
            if (!group.members().isEmpty() && left.containsAll(group.members())) {
                parts.put(group.name() + "地区", group.kana());
                left.removeAll(group.members());
            }
        }
        areas.stream().filter(area -> left.contains(area.id())).forEach(area -> parts.put(area.name(), area.kana()));
        return parts;
    }

    private static String say(String name, String kana, Language language) {
        boolean district = name.endsWith("地区");
        return switch (language) {
            case JA -> name;
            case EASY ->
                district
                        ? name.substring(0, name.length() - 2) + "（" + hiragana(kana) + "）地区"
                        : name + "（" + hiragana(kana) + "）";
            case EN -> district ? Romaji.of(kana) + " district" : Romaji.of(kana);
        };
    }

    static String hiragana(String katakana) {
        StringBuilder out = new StringBuilder();
        katakana.chars()
                .forEach(letter -> out.append((char) (letter >= 'ァ' && letter <= 'ヶ' ? letter - 0x60 : letter)));
        return out.toString();
    }
}
