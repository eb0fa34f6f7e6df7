package town.machi.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/// The days on which the town hall is open (開庁日), and how to count them.
///
/// Closed are Saturdays, Sundays, holidays, 12/29 to 1/3 (地方自治法第4条の2), and the town's own closed days.
/// Days mean Asia/Tokyo. Counting starts on the day after (初日不算入, 民法第140条): a filing of Thursday 2026-12-24
/// with three business days is due on Monday 2027-01-04.
///
/// @param closedDays the town's own, beside those of the law
/// @param closingTime from then on a filing counts from the next open day
public record BusinessCalendar(Set<LocalDate> closedDays, LocalTime closingTime) {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /// A calendar that closed for so long would never answer.
    private static final int LONGEST_CLOSURE_DAYS = 3660;

    public BusinessCalendar {
        closedDays = Set.copyOf(closedDays);
    }

    public boolean isOpen(LocalDate date) {
        return findReasonClosed(date).isEmpty();
    }

    /// Why the hall is closed on that day: 土曜日, 元日, 年末年始, 町の休業日. Empty when it is open.
    public Optional<String> findReasonClosed(LocalDate date) {
        Optional<String> holiday = Holidays.findName(date);
        if (holiday.isPresent()) {
            return holiday;
        }
        if (isYearEnd(date)) {
            return Optional.of("年末年始");
        }
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return Optional.of("土曜日");
        }
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Optional.of("日曜日");
        }
        return closedDays.contains(date) ? Optional.of("町の休業日") : Optional.empty();
    }

    /// That day if it is open, else the first open day after it.
    public LocalDate firstOpenFrom(LocalDate date) {
        LocalDate day = date;
        while (!isOpen(day)) {
            day = day.plusDays(1);
            checkNotEndless(date, day);
        }
        return day;
    }

    /// The n-th open day after the date, or before it when n is negative; for 0 as [#firstOpenFrom].
    public LocalDate plusBusinessDays(LocalDate date, int n) {
        LocalDate day = n == 0 ? firstOpenFrom(date) : date;
        for (int left = Math.abs(n); left > 0; left--) {
            day = neighbour(day, n > 0 ? 1 : -1);
        }
        return day;
    }

    /// The open day from which something that came in then counts: today while the hall is open or will open,
    /// the next open day once it has closed.
    public LocalDate countFrom(Instant instant) {
        ZonedDateTime local = instant.atZone(TOKYO);
        LocalDate today = local.toLocalDate();
        return firstOpenFrom(local.toLocalTime().isBefore(closingTime) ? today : today.plusDays(1));
    }

    /// The day by which something that came in then is due.
    public LocalDate due(Instant instant, int businessDays) {
        return plusBusinessDays(countFrom(instant), businessDays);
    }

    /// Open days after `from`, up to and with `to`; negative when `to` is earlier.
    /// So `businessDaysBetween(d, plusBusinessDays(d, n))` is n for n > 0.
    public int businessDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -businessDaysBetween(to, from);
        }
        return (int)
                from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isOpen).count();
    }

    private LocalDate neighbour(LocalDate date, int step) {
        LocalDate day = date.plusDays(step);
        while (!isOpen(day)) {
            day = day.plusDays(step);
            checkNotEndless(date, day);
        }
        return day;
    }

    private static void checkNotEndless(LocalDate from, LocalDate to) {
        if (Math.abs(to.toEpochDay() - from.toEpochDay()) > LONGEST_CLOSURE_DAYS) {
            throw new IllegalStateException("The town hall is closed for ten years from " + from);
        }
    }

    private static boolean isYearEnd(LocalDate date) {
        return switch (date.getMonth()) {
            case DECEMBER -> date.getDayOfMonth() >= 29;
            case JANUARY -> date.getDayOfMonth() <= 3;
            case FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER -> false;
        };
    }
}
