package town.machi.kernel;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/// A day as the town writes it: 令和8年11月24日(火).
///
/// @param year year of the era, 1 for 元年
public record Wareki(Era era, int year, int month, int day) {

    /// @throws IllegalArgumentException before 明治6年1月1日, when days were counted by the old calendar
    public static Wareki of(LocalDate date) {
        Era era = Era.findByDate(date)
                .orElseThrow(() -> new IllegalArgumentException("Before the Gregorian calendar in Japan: " + date));
        return new Wareki(era, date.getYear() - era.firstYear() + 1, date.getMonthValue(), date.getDayOfMonth());
    }

    /// Reads a day that somebody typed: 令和8年11月24日, R8.11.24, 2026/11/24, 20261124, ２０２６年１１月２４日,
    /// 平成元年一月八日. A day that does not exist, or that its era never had, is refused with a sentence.
    public static Reading<LocalDate> parse(String text) {
        return WarekiReader.read(text);
    }

    /// Reads the three boxes of a form. The year's box takes 2026, 令和8, R8年, 元 with its era.
    public static Reading<LocalDate> parse(String year, String month, String day) {
        return WarekiReader.read(year, month, day);
    }

    public LocalDate toDate() {
        return LocalDate.of(era.firstYear() + year - 1, month, day);
    }

    /// 令和8年11月24日(火). Days before 明治6年 are written 1872年12月31日(火).
    public static String format(LocalDate date) {
        return formatDay(date) + "(" + weekday(date) + ")";
    }

    /// 令和8年11月24日
    public static String formatDay(LocalDate date) {
        return formatYear(date) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /// 令和8年
    public static String formatYear(LocalDate date) {
        return Era.findByDate(date)
                .map(era -> era.label() + yearOf(date.getYear() - era.firstYear() + 1))
                .orElseGet(() -> date.getYear() + "年");
    }

    /// R8.11.24, for narrow columns.
    public static String formatShort(LocalDate date) {
        String tail = "." + date.getMonthValue() + "." + date.getDayOfMonth();
        return Era.findByDate(date)
                .map(era -> era.letter() + "" + (date.getYear() - era.firstYear() + 1) + tail)
                .orElseGet(() -> date.getYear() + tail);
    }

    /// 火
    static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE);
    }

    private static String yearOf(int year) {
        return (year == 1 ? "元" : Integer.toString(year)) + "年";
    }

    @Override
    public String toString() {
        return formatDay(toDate());
    }
}
