package town.machi.shelter.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import town.machi.shelter.Food;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Presence;
import town.machi.shelter.Presence.OpenPlaces;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.Stay;

/// 食数: how many portions one meal has to have. Whoever is on the list gets one unless they said no; open
/// places get an
/// ordinary one each; those outside get one when they asked for it.
///
/// @param byFood of named people, by softness; who said nothing eats 普通
/// @param byAllergy portions that must be without it; one person may be in several
/// @param outside of all, for 在宅, 車中泊 and others
/// @param asked those outside who have not said whether they want food: to be asked, not counted
/// @param unnamed portions for people of whom nobody knows what they can eat
/// @param silent portions for named people of whom no allergy is noted: none, or nobody asked
public record Meals(
        int all,
        Map<Food, Integer> byFood,
        Map<String, Integer> byAllergy,
        Map<Stay, Integer> outside,
        int asked,
        int unnamed,
        int silent) {

    public int outsideAll() {
        return outside.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(Food food) {
        return byFood.getOrDefault(food, 0);
    }

    /// From the list as it stands, which the last 点呼 has put right.
    public static Meals of(Iterable<Standing> standings, Iterable<OpenPlaces> places) {
        Map<Food, Integer> byFood = new EnumMap<>(Food.class);
        Map<String, Integer> byAllergy = new TreeMap<>();
        Map<Stay, Integer> outside = new EnumMap<>(Stay.class);
        int asked = 0;
        int unnamed = 0;
        int silent = 0;
        for (Standing standing : standings) {
            PersonFacts facts = standing.known().facts();
            boolean outsider = standing.stay() != Stay.INSIDE;
            if (isOnTheList(standing) && outsider && facts.meals() == null) {
                asked++;
            } else if (isOnTheList(standing) && !Boolean.FALSE.equals(facts.meals())) {
                if (outsider) {
                    outside.merge(standing.stay(), 1, Integer::sum);
                }
                byFood.merge(facts.food() == null ? Food.NORMAL : facts.food(), 1, Integer::sum);
                Set<String> allergies = facts.allergies();
                if (allergies == null) {
                    silent++;
                } else {
                    allergies.forEach(allergy -> byAllergy.merge(allergy, 1, Integer::sum));
                }
            }
        }
        for (OpenPlaces group : places) {
            if (group.open() > 0) {
                byFood.merge(Food.NORMAL, group.open(), Integer::sum);
                unnamed += group.open();
                if (group.stay() != Stay.INSIDE) {
                    outside.merge(group.stay(), group.open(), Integer::sum);
                }
            }
        }
        int all = byFood.values().stream().mapToInt(Integer::intValue).sum();
        return new Meals(all, Map.copyOf(byFood), Map.copyOf(byAllergy), Map.copyOf(outside), asked, unnamed, silent);
    }

    private static boolean isOnTheList(Standing standing) {
        return standing.isPresent() || standing.state() == Presence.State.OUT;
    }
}
