package town.machi.shelter.inquiry;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Kana;
import town.machi.shelter.Destination;
import town.machi.shelter.HouseholdFacts;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.Presence.State;
import town.machi.shelter.inquiry.Inquiry.Answer;
import town.machi.shelter.inquiry.Inquiry.Sought;

/// What is answered to a 安否照会. Pure; read this first.
///
/// In this order, and all of it whatever came before, so that no answer is quicker than another:
///
/// 1. Whoever must not be found (支援措置) is not found, whoever asks.
/// 2. Whoever said that nothing may be answered is not found, either.
/// 3. Who asks has shown who they are, and said why.
/// 4. What the settings allow to this relation, of what is known.
final class AnswerRules {

    private final Set<Told> allowed;
    private final Map<UUID, String> places;
    private final LocalDate today;

    /// @param allowed what the relation of the one who asks may be told
    /// @param places opening → name of the shelter
    AnswerRules(Set<Told> allowed, Map<UUID, String> places, LocalDate today) {
        this.allowed = Set.copyOf(allowed);
        this.places = places;
        this.today = today;
    }

    /// @param named all who have a name in the list of the disaster
    Answer answer(Inquiry inquiry, List<Standing> named) {
        List<Standing> found =
                named.stream().filter(each -> isThem(each, inquiry.sought())).toList();
        boolean shielded = named.stream()
                .filter(each -> each.isSecret() || saidNo(each))
                .anyMatch(each -> mayBe(each, inquiry.sought(), found));
        boolean improper =
                inquiry.asker().proof() == Proof.NONE || inquiry.reason().isBlank();
        Answer full = found.stream()
                .max(Comparator.comparing(each -> each.times().since()))
                .map(this::words)
                .orElse(Answer.NONE);
        return shielded || improper || isUnclear(found) ? Answer.NONE : full;
    }

    /// Whether this may be the one who is sought. A record that was made in a hurry has a reading of the name and
    /// nothing else: it shields whoever has that name, until a birth date says that it is another.
    private boolean mayBe(Standing shielded, Sought sought, List<Standing> found) {
        boolean named = isNamed(shielded, sought) || found.stream().anyMatch(each -> isNamedAlike(shielded, each));
        boolean bornThen = sought.birth() == null
                ? found.stream().allMatch(each -> mayBeBornAlike(shielded, each))
                : isBirthUnknown(shielded) || wasBornThen(shielded, sought.birth());
        return named && bornThen;
    }

    private static boolean isNamedAlike(Standing one, Standing other) {
        Map<String, String> details = other.known().details();
        return isNamed(one, new Sought(details.getOrDefault("name", ""), details.getOrDefault("kana", ""), null, ""));
    }

    private static boolean mayBeBornAlike(Standing one, Standing other) {
        String here = one.known().details().getOrDefault("birth", "");
        String there = other.known().details().getOrDefault("birth", "");
        return here.isEmpty() || there.isEmpty() || here.startsWith(there) || there.startsWith(here);
    }

    private static boolean isBirthUnknown(Standing standing) {
        return standing.known().details().getOrDefault("birth", "").isEmpty()
                && standing.known().facts().age() == null;
    }

    /// Two with one name, of whom one cannot tell which is meant: nobody is given away by chance.
    private static boolean isUnclear(List<Standing> found) {
        long births = found.stream()
                .map(each -> each.known().details().getOrDefault("birth", ""))
                .distinct()
                .count();
        return births > 1;
    }

    private static boolean saidNo(Standing standing) {
        HouseholdFacts household = standing.known().household();
        return household != null && Boolean.FALSE.equals(household.inquiry());
    }

    private boolean isThem(Standing standing, Sought sought) {
        boolean byBirth = sought.birth() != null && wasBornThen(standing, sought.birth());
        boolean byAddress = livesThere(standing.known().householdDetails().getOrDefault("address", ""), sought);
        return isNamed(standing, sought) && (sought.birth() != null ? byBirth : byAddress);
    }

    private static boolean isNamed(Standing standing, Sought sought) {
        Map<String, String> details = standing.known().details();
        return isSame(sought.kana(), details.getOrDefault("kana", ""))
                || isSame(sought.name(), details.getOrDefault("name", ""));
    }

    private static boolean isSame(String asked, String held) {
        String key = Kana.searchKey(asked);
        return !key.isEmpty() && key.equals(Kana.searchKey(held));
    }

    private boolean wasBornThen(Standing standing, LocalDate birth) {
        String held = standing.known().details().getOrDefault("birth", "");
        Integer age = standing.known().facts().age();
        if (held.matches("\\d{4}")) {
            return held.equals(String.valueOf(birth.getYear()));
        }
        if (held.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            return Math.abs(ChronoUnit.MONTHS.between(YearMonth.parse(held), YearMonth.from(birth))) <= 1;
        }
        return held.isEmpty()
                ? age != null && Math.abs(age - Period.between(birth, today).getYears()) <= 1
                : held.replace("-", "").equals(birth.toString().replace("-", ""));
    }

    private static boolean livesThere(String held, Sought sought) {
        String asked = plain(sought.address());
        return asked.length() >= 4
                && (plain(held).contains(asked) || (held.length() >= 4 && asked.contains(plain(held))));
    }

    private static String plain(String address) {
        return Kana.searchKey(address).replaceAll("[\\s　‐－ー―-]", "");
    }

    private Answer words(Standing standing) {
        Set<Told> told = EnumSet.noneOf(Told.class);
        List<String> sentences = new ArrayList<>();
        for (Told each : Told.values()) {
            String words = allowed.contains(each) ? words(each, standing) : null;
            if (words != null) {
                told.add(each);
                sentences.add(words);
            }
        }
        return told.isEmpty() ? Answer.NONE : new Answer(told, String.join("\n", sentences));
    }

    private @Nullable String words(Told what, Standing standing) {
        Map<String, String> details = standing.known().details();
        Map<String, String> household = standing.known().householdDetails();
        return switch (what) {
            case HELD -> "町の避難者の記録に、その方の情報があります。";
            case WHEREABOUTS -> whereabouts(standing);
            case CONDITION -> sentence("けが・体調：", details.get("condition"));
            case CONTACT -> sentence("連絡先：", details.getOrDefault("phone", household.get("phone")));
        };
    }

    private static @Nullable String sentence(String before, @Nullable String said) {
        return said == null || said.isBlank() ? null : before + said;
    }

    private @Nullable String whereabouts(Standing standing) {
        String place = places.getOrDefault(standing.opening(), "");
        State state = standing.state();
        return switch (state) {
            case IN, OUT -> place.isEmpty() ? null : "居所：" + place;
            case EXPECTED -> place.isEmpty() ? null : "居所：" + place + "へ向かっています";
            case UNACCOUNTED -> null;
            case LEFT -> left(standing.to());
        };
    }

    private static @Nullable String left(@Nullable Destination to) {
        return to == null || to == Destination.UNKNOWN ? "避難所を出ました。" : "避難所を出ました（行き先：" + to.label() + "）。";
    }
}
