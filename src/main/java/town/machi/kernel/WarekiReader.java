package town.machi.kernel;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads days as people type them. The rules: width never matters; a year is four digits, or an era and its year;
/// two digits alone are nobody's year; a weekday that is given has to be the right one.
final class WarekiReader {

    private static final String ERA = "(?<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHR])?";
    private static final Pattern WHOLE = Pattern.compile("(?i)(?:西暦)?" + ERA
            + "(?<year>元|\\d{1,4})(?:年|[-/.])(?<month>\\d{1,2})(?:月|[-/.])(?<day>\\d{1,2})日?"
            + "(?:\\((?<weekday>[月火水木金土日])(?:曜日?)?\\)|(?<weekdayInWords>[月火水木金土日])曜日?)?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("(?i)(?:西暦)?" + ERA + "(?<year>元|\\d{1,4})年?");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})日?");
    private static final int LONGEST = 40;

    private WarekiReader() {}

    static Reading<LocalDate> read(String typed) {
        if (typed.isBlank()) {
            return Reading.refused("kernel.wareki.empty");
        }
        if (typed.length() > LONGEST) {
            return Reading.refused("kernel.wareki.not-a-day");
        }
        Optional<LocalDate> canonical = asWeWriteIt(typed);
        if (canonical.isPresent()) {
            return new Reading.Read<>(canonical.get());
        }
        String text = plain(typed);
        Matcher digits = EIGHT_DIGITS.matcher(text);
        if (digits.matches()) {
            return day(number(digits.group(1)), number(digits.group(2)), number(digits.group(3)));
        }
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Reading.refused("kernel.wareki.not-a-day");
        }
        return day(whole, number(whole.group("month")), number(whole.group("day")))
                .then(date -> checkWeekday(date, whole));
    }

    /// A stored answer, `2026-12-24`: read without the leniency that a person needs. Whatever is unusual about it is
    /// left to the lenient way, which has the sentences.
    private static Optional<LocalDate> asWeWriteIt(String typed) {
        if (typed.length() != 10 || typed.charAt(4) != '-' || typed.charAt(7) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed)).filter(date -> date.getYear() >= 1900 && date.getYear() < 2100);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Reading<LocalDate> read(String year, String month, String day) {
        if (year.isBlank() && month.isBlank() && day.isBlank()) {
            return Reading.refused("kernel.wareki.empty");
        }
        if (year.length() > LONGEST || month.length() > LONGEST || day.length() > LONGEST) {
            return Reading.refused("kernel.wareki.not-a-day");
        }
        Matcher y = YEAR.matcher(plain(year));
        Matcher m = MONTH.matcher(plain(month));
        Matcher d = DAY.matcher(plain(day));
        if (!y.matches()) {
            return Reading.refused(year.isBlank() ? "kernel.wareki.no-year" : "kernel.wareki.not-a-year");
        }
        if (!m.matches()) {
            return Reading.refused(month.isBlank() ? "kernel.wareki.no-month" : "kernel.wareki.not-a-month");
        }
        if (!d.matches()) {
            return Reading.refused(day.isBlank() ? "kernel.wareki.no-day" : "kernel.wareki.not-a-day-of-month");
        }
        return day(y, number(m.group(1)), number(d.group(1)));
    }

    private static Reading<LocalDate> day(MatchResult year, int month, int day) {
        Optional<Era> era = Optional.ofNullable(year.group("era")).flatMap(Era::findByName);
        String typed = year.group("year");
        if (era.isEmpty()) {
            return typed.length() == 4
                    ? day(number(typed), month, day)
                    : Reading.refused("kernel.wareki.era-missing", typed);
        }
        int yearOfEra = "元".equals(typed) ? 1 : number(typed);
        if (yearOfEra == 0) {
            return Reading.refused("kernel.wareki.year-zero", era.get().label());
        }
        return day(era.get().firstYear() + yearOfEra - 1, month, day).then(date -> checkEra(date, era.get()));
    }

    private static Reading<LocalDate> day(int year, int month, int day) {
        if (year == 0) {
            return Reading.refused("kernel.wareki.not-a-year");
        }
        if (month < 1 || month > 12) {
            return Reading.refused("kernel.wareki.not-a-month");
        }
        int last = YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > last) {
            return Reading.refused("kernel.wareki.no-such-day", Integer.toString(year), month, last);
        }
        return Reading.of(LocalDate.of(year, month, day));
    }

    private static Reading<LocalDate> checkEra(LocalDate date, Era era) {
        if (era.contains(date)) {
            return Reading.of(date);
        }
        if (date.isBefore(Era.MEIJI.firstDay())) {
            return Reading.refused("kernel.wareki.old-calendar");
        }
        if (date.isAfter(era.lastDay())) {
            Object lastDay = Wareki.formatDay(era.lastDay().minusDays(sharedDays(era)));
            return Reading.refused("kernel.wareki.era-over", era.label(), lastDay, Wareki.formatDay(date));
        }
        return Reading.refused(
                "kernel.wareki.era-not-begun", era.label(), Wareki.formatDay(era.firstDay()), Wareki.formatDay(date));
    }

    /// The last day of 明治 and 大正 is written in the new era; the sentence names the day before.
    private static int sharedDays(Era era) {
        return Era.findByDate(era.lastDay()).filter(era::equals).isPresent() ? 0 : 1;
    }

    private static Reading<LocalDate> checkWeekday(LocalDate date, MatchResult typed) {
        String weekday = Optional.ofNullable(typed.group("weekday"))
                .or(() -> Optional.ofNullable(typed.group("weekdayInWords")))
                .orElseGet(() -> Wareki.weekday(date));
        return weekday.equals(Wareki.weekday(date))
                ? Reading.of(date)
                : Reading.refused("kernel.wareki.wrong-weekday", Wareki.format(date), weekday);
    }

    /// Half width, no blanks, one kind of dash, digits instead of 一二三.
    private static String plain(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[ー‐‑‒–—―−ｰ]", "-")
                .replace('。', '.')
                .replace('、', '.')
                .replace('・', '.')
                .replace(',', '.');
        return KanjiNumber.toDigits(text);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
