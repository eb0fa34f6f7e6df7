package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;
import town.machi.procedure.Ruling;

/// How the law counts the days to a decision: days of the calendar, the first left out (民法 140条); a last day on which
/// the hall is closed moves to the next open day (民法 142条); days of correction are left out; one extension.
///
/// @param ruling of the definition under which it was filed
public record DecisionLimit(Ruling ruling, BusinessCalendar calendar) {

    static LocalDate lastDay(LocalDate countsFrom, int days) {
        return countsFrom.plusDays(days);
    }

    /// The limit once the case leaves this state.
    static Standing.Limit without(Standing.Limit limit, CaseState left, Instant now) {
        return switch (left) {
            case CaseState.Correcting correcting ->
                new Standing.Limit(
                        limit.lastDay().plusDays(ChronoUnit.DAYS.between(day(correcting.since()), day(now))),
                        limit.extended());
            case CaseState.Open _, CaseState.Closed _ -> limit;
        };
    }

    /// The last day to which this case can be put off; empty where it cannot be.
    public Optional<LocalDate> latest(Standing standing) {
        boolean may = standing.state() instanceof CaseState.Open;
        return standing.limit()
                .filter(limit -> may && !limit.extended())
                .flatMap(limit -> ruling.limit()
                        .filter(days -> days.extension() > 0)
                        .map(days -> calendar.firstOpenFrom(limit.lastDay().plusDays(days.extension()))));
    }

    Optional<Refusal> findReasonAgainst(Standing standing, Extension extension, Instant now) {
        Optional<LocalDate> latest = latest(standing);
        if (latest.isEmpty()) {
            return Optional.of(Refusal.of("casework.refusal.no-extension"));
        }
        LocalDate due = calendar.firstOpenFrom(standing.limit().orElseThrow().lastDay());
        if (day(now).isAfter(due)) {
            return Optional.of(Refusal.of("casework.refusal.extension-late", Wareki.format(due)));
        }
        if (!extension.until().isAfter(due) || extension.until().isAfter(latest.get())) {
            return Optional.of(
                    Refusal.of("casework.refusal.extension-range", Wareki.format(due), Wareki.format(latest.get())));
        }
        return extension.reason().isBlank()
                ? Optional.of(Refusal.of("casework.refusal.reason-missing"))
                : Optional.empty();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BusinessCalendar.TOKYO);
    }
}
