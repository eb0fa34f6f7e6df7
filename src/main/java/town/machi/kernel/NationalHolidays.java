package town.machi.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// The days that the law names, without those that follow from them. See [Holidays].
final class NationalHolidays {

    private static final int FOREVER = Integer.MAX_VALUE;
    private static final LocalDate LAW_IN_FORCE = LocalDate.of(1948, 7, 20);

    private record Rule(String name, int since, int until, IntFunction<LocalDate> day) {

        boolean holds(int year) {
            return since <= year && year <= until;
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("元日", 1949, FOREVER, on(1, 1)),
            new Rule("成人の日", 1949, 1999, on(1, 15)),
            new Rule("成人の日", 2000, FOREVER, monday(2, 1)),
            new Rule("建国記念の日", 1967, FOREVER, on(2, 11)),
            new Rule("天皇誕生日", 2020, FOREVER, on(2, 23)),
            new Rule("春分の日", 1949, FOREVER, year -> LocalDate.of(year, 3, springEquinox(year))),
            new Rule("天皇誕生日", 1949, 1988, on(4, 29)),
            new Rule("みどりの日", 1989, 2006, on(4, 29)),
            new Rule("昭和の日", 2007, FOREVER, on(4, 29)),
            new Rule("憲法記念日", 1949, FOREVER, on(5, 3)),
            new Rule("みどりの日", 2007, FOREVER, on(5, 4)),
            new Rule("こどもの日", 1949, FOREVER, on(5, 5)),
            new Rule("海の日", 1996, 2002, on(7, 20)),
            new Rule("海の日", 2003, 2019, monday(3, 7)),
            new Rule("海の日", 2020, 2020, on(7, 23)),
            new Rule("海の日", 2021, 2021, on(7, 22)),
            new Rule("海の日", 2022, FOREVER, monday(3, 7)),
            new Rule("山の日", 2016, 2019, on(8, 11)),
            new Rule("山の日", 2020, 2020, on(8, 10)),
            new Rule("山の日", 2021, 2021, on(8, 8)),
            new Rule("山の日", 2022, FOREVER, on(8, 11)),
            new Rule("敬老の日", 1966, 2002, on(9, 15)),
            new Rule("敬老の日", 2003, FOREVER, monday(3, 9)),
            new Rule("秋分の日", 1948, FOREVER, year -> LocalDate.of(year, 9, autumnEquinox(year))),
            new Rule("体育の日", 1966, 1999, on(10, 10)),
            new Rule("体育の日", 2000, 2019, monday(2, 10)),
            new Rule("スポーツの日", 2020, 2020, on(7, 24)),
            new Rule("スポーツの日", 2021, 2021, on(7, 23)),
            new Rule("スポーツの日", 2022, FOREVER, monday(2, 10)),
            new Rule("文化の日", 1948, FOREVER, on(11, 3)),
            new Rule("勤労感謝の日", 1948, FOREVER, on(11, 23)),
            new Rule("天皇誕生日", 1989, 2018, on(12, 23)),
            new Rule("結婚の儀", 1959, 1959, on(4, 10)),
            new Rule("大喪の礼", 1989, 1989, on(2, 24)),
            new Rule("即位礼正殿の儀", 1990, 1990, on(11, 12)),
            new Rule("結婚の儀", 1993, 1993, on(6, 9)),
            new Rule("天皇の即位の日", 2019, 2019, on(5, 1)),
            new Rule("即位礼正殿の儀", 2019, 2019, on(10, 22)));

    private NationalHolidays() {}

    static SortedMap<LocalDate, String> listByYear(int year) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        for (Rule rule : RULES) {
            if (rule.holds(year) && !rule.day().apply(year).isBefore(LAW_IN_FORCE)) {
                days.put(rule.day().apply(year), rule.name());
            }
        }
        return days;
    }

    private static IntFunction<LocalDate> on(int month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    private static IntFunction<LocalDate> monday(int which, int month) {
        return year -> LocalDate.of(year, Month.of(month), 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
    }

    private static int springEquinox(int year) {
        return equinox(year, 20.8357, 20.8431, 21.8510);
    }

    private static int autumnEquinox(int year) {
        return equinox(year, 23.2588, 23.2488, 24.2488);
    }

    /// Day of the month; the three constants hold until 1979, until 2099, and after.
    private static int equinox(int year, double before1980, double before2100, double later) {
        double constant = year < 1980 ? before1980 : year < 2100 ? before2100 : later;
        int leapDays = (year - (year < 1980 ? 1983 : 1980)) / 4;
        return (int) (constant + 0.242194 * (year - 1980)) - leapDays;
    }
}
