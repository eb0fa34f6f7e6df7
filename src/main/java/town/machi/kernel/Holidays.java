package town.machi.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Japan's holidays, 休日 included, computed from the law.
///
/// Source: 国民の祝日に関する法律 (昭和23年法律第178号), article 3, with its changes of 1966, 1973, 1985, 1995, 1998,
/// 2001, 2005, 2014, 2018; the special laws for one day each; 五輪特措法 for 2020 and 2021. Equinoxes are what the
/// National Astronomical Observatory's formula gives; each is officially fixed in the February before.
public final class Holidays {

    private static final LocalDate SUBSTITUTES_SINCE = LocalDate.of(1973, 4, 12);
    private static final LocalDate CITIZENS_HOLIDAYS_SINCE = LocalDate.of(1985, 12, 27);
    private static final int SUBSTITUTE_MAY_MOVE_ON_SINCE = 2007;
    private static final Map<Integer, SortedMap<LocalDate, String>> BY_YEAR = new ConcurrentHashMap<>();

    private Holidays() {}

    /// The holiday's name, if the day is one: 元日, 振替休日, 国民の休日.
    public static Optional<String> findName(LocalDate date) {
        return Optional.ofNullable(listByYear(date.getYear()).get(date));
    }

    /// Day → name, in order. Empty before 1948.
    public static SortedMap<LocalDate, String> listByYear(int year) {
        return BY_YEAR.computeIfAbsent(year, Holidays::compute);
    }

    private static SortedMap<LocalDate, String> compute(int year) {
        SortedMap<LocalDate, String> national = NationalHolidays.listByYear(year);
        SortedMap<LocalDate, String> all = new TreeMap<>(national);
        national.keySet().stream()
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY && !day.isBefore(SUBSTITUTES_SINCE))
                .forEach(day -> substitute(day, national).ifPresent(next -> all.put(next, "振替休日")));
        national.keySet().forEach(day -> between(day, national, all).ifPresent(middle -> all.put(middle, "国民の休日")));
        return Collections.unmodifiableSortedMap(all);
    }

    /// Article 3, 2: the next day that is no national holiday; until 2006 just the next day.
    private static Optional<LocalDate> substitute(LocalDate sunday, SortedMap<LocalDate, String> national) {
        LocalDate next = sunday.plusDays(1);
        while (next.getYear() >= SUBSTITUTE_MAY_MOVE_ON_SINCE && national.containsKey(next)) {
            next = next.plusDays(1);
        }
        return national.containsKey(next) ? Optional.empty() : Optional.of(next);
    }

    /// Article 3, 3: a day that has a national holiday on either side.
    private static Optional<LocalDate> between(
            LocalDate day, SortedMap<LocalDate, String> national, SortedMap<LocalDate, String> all) {
        LocalDate middle = day.plusDays(1);
        boolean enclosed = national.containsKey(day.plusDays(2)) && !all.containsKey(middle);
        boolean counts = middle.getDayOfWeek() != DayOfWeek.SUNDAY && !middle.isBefore(CITIZENS_HOLIDAYS_SINCE);
        return enclosed && counts ? Optional.of(middle) : Optional.empty();
    }
}
