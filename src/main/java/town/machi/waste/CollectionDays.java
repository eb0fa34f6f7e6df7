package town.machi.waste;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// On which days something is collected, as the town's calendar says it: 毎週 月・木, 第2・4水.
///
/// @param weeks of the month, 1 to 5; empty: every week
public record CollectionDays(Set<Integer> weeks, Set<DayOfWeek> days) {

    private static final String DAYS = "月火水木金土日";
    private static final Pattern SHAPE =
            Pattern.compile("(?:毎週|第([1-5](?:[・,、][1-5])*)週?の?)?([月火水木金土日](?:曜日?)?(?:[・,、][月火水木金土日](?:曜日?)?)*)");
    private static final int LOOK_AHEAD_DAYS = 120;

    public CollectionDays {
        weeks = Set.copyOf(weeks);
        days = Set.copyOf(days);
    }

    /// Full-width figures, blanks and 曜日 may stand there or not.
    ///
    /// @return empty when it says no days
    public static Optional<CollectionDays> parse(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher matcher = SHAPE.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Set<Integer> weeks = new TreeSet<>();
        if (matcher.group(1) != null) {
            matcher.group(1).chars().filter(Character::isDigit).forEach(digit -> weeks.add(digit - '0'));
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        matcher.group(2)
                .replace("曜日", "")
                .replace("曜", "")
                .chars()
                .filter(letter -> DAYS.indexOf(letter) >= 0)
                .forEach(letter -> days.add(DayOfWeek.of(DAYS.indexOf(letter) + 1)));
        return Optional.of(new CollectionDays(weeks, days));
    }

    public boolean isOn(LocalDate day) {
        int week = (day.getDayOfMonth() - 1) / 7 + 1;
        return days.contains(day.getDayOfWeek()) && (weeks.isEmpty() || weeks.contains(week));
    }

    /// The next days, that day included. Holidays are not known: the town says them itself.
    public List<LocalDate> next(LocalDate from, int count) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .limit(LOOK_AHEAD_DAYS)
                .filter(this::isOn)
                .limit(count)
                .toList();
    }

    /// As it is stored and shown in the office: 毎週月・木, 第2・4水.
    public String words() {
        List<String> names = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.contains(day)) {
                names.add(DAYS.substring(day.getValue() - 1, day.getValue()));
            }
        }
        String when = weeks.isEmpty()
                ? "毎週"
                : "第"
                        + String.join(
                                "・",
                                weeks.stream().sorted().map(String::valueOf).toList());
        return when + String.join("・", names);
    }
}
