package town.machi.shelter.report;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.Need;
import town.machi.shelter.Presence;
import town.machi.shelter.Presence.OpenPlaces;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.Presence.State;
import town.machi.shelter.Sex;
import town.machi.shelter.Stay;

/// How many, of one shelter or of all. What nobody said stays unknown: it is counted as unknown, never as zero.
///
/// @param inside named ones who are here, and open places; those who stay outside are not among them
/// @param unnamed of those inside, the open places
/// @param expected of those inside, the ones who are still on their way from another shelter
/// @param out gone out for a while
/// @param unaccounted 所在不明・退所見込
/// @param outside looked after from here and staying elsewhere
/// @param households of the named inside; a person without a household is one
/// @param sexes of the named inside; those of unknown sex are in none
/// @param ages of the named inside; those of unknown age are in none
/// @param needs of the named inside and outside
public record Counts(
        int inside,
        int unnamed,
        int expected,
        int out,
        int unaccounted,
        Map<Stay, Integer> outside,
        int households,
        Map<Sex, Integer> sexes,
        Map<AgeBand, Integer> ages,
        Map<Need, Integer> needs) {

    /// Source: bands of 避難者 reports: 乳児, 幼児, 小中学生, to 64, 65–74, 75 and over.
    public enum AgeBand {
        INFANT("0歳", 0),
        TODDLER("1〜5歳", 1),
        CHILD("6〜14歳", 6),
        ADULT("15〜64歳", 15),
        OLDER("65〜74歳", 65),
        OLDEST("75歳以上", 75);

        private final String label;
        private final int from;

        AgeBand(String label, int from) {
            this.label = label;
            this.from = from;
        }

        public String label() {
            return label;
        }

        static AgeBand of(int age) {
            AgeBand band = INFANT;
            for (AgeBand each : values()) {
                if (age >= each.from) {
                    band = each;
                }
            }
            return band;
        }
    }

    /// Whom somebody who counts heads should see: those on their way are not there yet.
    public int heads() {
        return inside - expected;
    }

    /// Whether anybody belongs here whom a count of heads does not see.
    public boolean others() {
        return expected + out + outsideAll() > 0;
    }

    public int named() {
        return inside - unnamed;
    }

    /// Inside or belonging there for the night: with those who went out for a while.
    public int registered() {
        return inside + out;
    }

    public int outsideAll() {
        return outside.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int unknownSex() {
        return inside - sum(sexes);
    }

    public int unknownAge() {
        return inside - sum(ages);
    }

    /// How many of that sex; null where of nobody inside the sex is known, which is not zero.
    public @Nullable Integer sex(Sex sex) {
        return inside > 0 && sexes.isEmpty() ? null : sexes.getOrDefault(sex, 0);
    }

    /// How many from one band to another; null where of nobody inside the age is known.
    public @Nullable Integer ages(AgeBand from, AgeBand to) {
        return inside > 0 && ages.isEmpty()
                ? null
                : ages.entrySet().stream()
                        .filter(entry -> entry.getKey().compareTo(from) >= 0
                                && entry.getKey().compareTo(to) <= 0)
                        .mapToInt(Map.Entry::getValue)
                        .sum();
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Of one opening.
    public static Counts of(Presence.Register register, UUID opening) {
        return of(
                register.persons().values().stream()
                        .filter(standing -> standing.opening().equals(opening))
                        .toList(),
                register.places().values().stream()
                        .filter(places -> places.opening().equals(opening))
                        .toList());
    }

    public static Counts of(Collection<Standing> standings, Collection<OpenPlaces> places) {
        var counting = new Counting();
        standings.forEach(counting::add);
        places.forEach(counting::add);
        return counting.counts();
    }

    /// All of them together.
    public static Counts sum(List<Counts> all) {
        var sum = new Counting();
        all.forEach(sum::add);
        return sum.counts();
    }

    private static final class Counting {

        private final Map<Stay, Integer> outside = new EnumMap<>(Stay.class);
        private final Map<Sex, Integer> sexes = new EnumMap<>(Sex.class);
        private final Map<AgeBand, Integer> ages = new EnumMap<>(AgeBand.class);
        private final Map<Need, Integer> needs = new EnumMap<>(Need.class);
        private final Set<UUID> households = new HashSet<>();
        private int moreHouseholds;
        private int named;
        private int unnamed;
        private int expected;
        private int out;
        private int unaccounted;

        void add(Standing standing) {
            switch (standing.state()) {
                case IN, EXPECTED -> {
                    if (standing.stay() == Stay.INSIDE) {
                        addInside(standing);
                    } else {
                        outside.merge(standing.stay(), 1, Integer::sum);
                    }
                    addNeeds(standing);
                }
                case OUT -> out++;
                case UNACCOUNTED -> unaccounted++;
                case LEFT -> {}
            }
        }

        private void addInside(Standing standing) {
            named++;
            if (standing.state() == State.EXPECTED) {
                expected++;
            }
            var household = standing.known().household();
            households.add(household == null ? standing.person() : household.id());
            Sex sex = standing.known().facts().sex();
            if (sex != null) {
                sexes.merge(sex, 1, Integer::sum);
            }
            Integer age = standing.known().facts().age();
            if (age != null) {
                ages.merge(AgeBand.of(age), 1, Integer::sum);
            }
        }

        private void addNeeds(Standing standing) {
            Set<Need> told = standing.known().facts().needs();
            if (told != null) {
                told.forEach(need -> needs.merge(need, 1, Integer::sum));
            }
        }

        void add(OpenPlaces places) {
            if (places.stay() == Stay.INSIDE) {
                unnamed += places.open();
            } else if (places.open() > 0) {
                outside.merge(places.stay(), places.open(), Integer::sum);
            }
        }

        void add(Counts counts) {
            named += counts.named();
            unnamed += counts.unnamed();
            expected += counts.expected();
            out += counts.out();
            unaccounted += counts.unaccounted();
            moreHouseholds += counts.households();
            counts.outside().forEach((key, value) -> outside.merge(key, value, Integer::sum));
            counts.sexes().forEach((key, value) -> sexes.merge(key, value, Integer::sum));
            counts.ages().forEach((key, value) -> ages.merge(key, value, Integer::sum));
            counts.needs().forEach((key, value) -> needs.merge(key, value, Integer::sum));
        }

        Counts counts() {
            return new Counts(
                    named + unnamed,
                    unnamed,
                    expected,
                    out,
                    unaccounted,
                    Map.copyOf(outside),
                    households.size() + moreHouseholds,
                    Map.copyOf(sexes),
                    Map.copyOf(ages),
                    Map.copyOf(needs));
        }
    }
}
