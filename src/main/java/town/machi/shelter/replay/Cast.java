package town.machi.shelter.replay;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Food;
import town.machi.shelter.HouseholdFacts;
import town.machi.shelter.Need;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Sex;

/// The made-up people of the replay: households of one to four, each with a shelter that is theirs.
final class Cast {

    private static final LocalDate SHOCK = LocalDate.of(2026, 7, 28);
    private static final List<String> FAMILIES =
            List.of("佐敷サシキ", "湯浦ユノウラ", "田浦タノウラ", "大野オオノ", "吉尾ヨシオ", "計石ハカリイシ", "白岩シライワ", "女島メシマ", "海浦ウミノウラ", "花岡ハナオカ");
    private static final List<String> GIVEN =
            List.of("例子レイコ", "例太郎レイタロウ", "例美レミ", "例一レイイチ", "例江レイエ", "例次レイジ", "例香レイカ", "例平レイヘイ", "例代レイヨ", "例夫レイオ");

    private Cast() {}

    /// @param home what names their household
    /// @param at index of the shelter where they go
    record Player(
            PersonFacts facts,
            HouseholdFacts household,
            Map<String, String> details,
            Map<String, String> home,
            int at) {

        UUID id() {
            return facts.id();
        }
    }

    static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("replay:" + what).getBytes(StandardCharsets.UTF_8));
    }

    /// @param shares how many of a hundred go to each shelter
    static List<Player> of(int many, int[] shares, Random chance) {
        List<Player> players = new ArrayList<>();
        for (int household = 0; players.size() < many; household++) {
            int size = 1 + chance.nextInt(4);
            int at = shelter(shares, chance.nextInt(100));
            for (int i = 0; i < size; i++) {
                players.add(player(household, i, at, chance));
            }
        }
        return players;
    }

    private static int shelter(int[] shares, int draw) {
        int sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            if (draw < sum) {
                return i;
            }
        }
        return 0;
    }

    private static Player player(int household, int number, int at, Random chance) {
        String family = FAMILIES.get(household % FAMILIES.size());
        String given = GIVEN.get((household * 3 + number) % GIVEN.size());
        int age = number < 2 ? 35 + chance.nextInt(58) : chance.nextInt(20);
        boolean unknown = chance.nextInt(12) == 0;
        LocalDate birth = SHOCK.minus(Period.ofYears(age)).minusDays(chance.nextInt(300));
        var facts = new PersonFacts(
                id("person " + household + " " + number),
                unknown ? null : chance.nextBoolean() ? Sex.F : Sex.M,
                unknown ? null : age,
                needs(age, chance),
                chance.nextInt(15) == 0 ? Set.of("卵") : null,
                age == 0 ? Food.MILK : age > 84 ? Food.SOFT : null,
                null,
                null,
                null,
                null);
        var house = new HouseholdFacts(
                id("household " + household), household % 9 == 0 ? List.of("犬 1") : null, null, null, true, null, "ja");
        Map<String, String> details = Map.of(
                "name", kanji(family) + " " + kanji(given),
                "kana", kana(family) + " " + kana(given),
                "birth", birth.toString());
        Map<String, String> home = Map.of(
                "phone", "0966-00-%04d".formatted(1000 + household), "address", "芦北町の例 " + (household + 1) + "番地");
        return new Player(facts, house, details, home, at);
    }

    private static @Nullable Set<Need> needs(int age, Random chance) {
        EnumSet<Need> needs = EnumSet.noneOf(Need.class);
        if (age < 6) {
            needs.add(Need.INFANT);
        }
        if (age > 79 && chance.nextInt(3) == 0) {
            needs.add(Need.CARE);
        }
        if (age > 60 && chance.nextInt(3) == 0) {
            needs.add(Need.MEDICINE);
        }
        return needs.isEmpty() ? null : needs;
    }

    private static String kanji(String name) {
        return name.replaceAll("[ァ-ヺー]", "");
    }

    private static String kana(String name) {
        return name.replaceAll("[^ァ-ヺー]", "");
    }
}
