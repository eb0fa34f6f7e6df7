package town.machi.casework;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import town.machi.kernel.FiscalYear;
import town.machi.procedure.Keep;

/// Until when a closed case is kept. What is kept for a year or longer counts from the April 1 after the day on which
/// it was closed; what is kept for less, from the day after. Source: 公文書等の管理に関する法律施行令 第8条, whose rule the
/// towns' 文書管理規程 repeat.
public final class KeepingRules {

    private static final int MONTHS_OF_A_YEAR = 12;

    private KeepingRules() {}

    /// The last day of the 保存期間; empty where it has none (永年, 未設定).
    public static Optional<LocalDate> lastDay(Keep keep, LocalDate closedOn) {
        return switch (keep) {
            case Keep.For(Period length) ->
                Optional.of(begins(length, closedOn).plus(length).minusDays(1));
            case Keep.Forever _, Keep.NotSet _ -> Optional.empty();
        };
    }

    public static boolean isPast(Keep keep, LocalDate closedOn, LocalDate today) {
        return lastDay(keep, closedOn).filter(today::isAfter).isPresent();
    }

    /// Whatever was closed before this day is past its 保存期間 today, and nothing else is; empty: nothing ever is.
    public static Optional<LocalDate> closedBefore(Keep keep, LocalDate today) {
        if (!(keep instanceof Keep.For(Period length))) {
            return Optional.empty();
        }
        LocalDate day = today.minus(length);
        if (isWholeYears(length)) {
            FiscalYear year = FiscalYear.of(day);
            while (!isPast(keep, year.lastDay(), today)) {
                year = new FiscalYear(year.year() - 1);
            }
            return Optional.of(year.next().firstDay());
        }
        while (!isPast(keep, day, today)) {
            day = day.minusDays(1);
        }
        while (isPast(keep, day.plusDays(1), today)) {
            day = day.plusDays(1);
        }
        return Optional.of(day.plusDays(1));
    }

    /// What counts where the 保存年限 was changed after a case was filed: the longer one. What was 未設定 then counts as
    /// it is set now, and nothing that is 未設定 now is destroyed.
    public static Keep longer(Keep filed, Keep now) {
        if (filed instanceof Keep.For(Period then) && now instanceof Keep.For(Period today)) {
            return then.toTotalMonths() * 31 + then.getDays() > today.toTotalMonths() * 31 + today.getDays()
                    ? filed
                    : now;
        }
        return filed instanceof Keep.Forever ? filed : now;
    }

    private static LocalDate begins(Period length, LocalDate closedOn) {
        return isWholeYears(length) ? FiscalYear.of(closedOn).next().firstDay() : closedOn.plusDays(1);
    }

    private static boolean isWholeYears(Period length) {
        return length.toTotalMonths() >= MONTHS_OF_A_YEAR;
    }
}
