package town.machi.water;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.machi.kernel.Yen;

/// The town's table of prices for one service from one day on. Pure.
///
/// How a time is counted: from the day of the last reading to the day of this one, the first day not counted and the
/// last one counted, in months from day to day (a month from the 31st ends with the next month's last day). The first
/// time of a new user begins with the reading of the opening, which is then the last reading, so nobody pays for those
/// before them. A part of a month of at most `halfMonthUpTo` days counts half, a longer one whole; whoever closes on
/// the day of opening pays the smallest part. The limits of the steps grow with the same half months as the base fee.
/// No rule of 芦北町 is known to us (gap in the sources): a town that counts otherwise sees 精算見込 that differ, and its
/// billing system's 調定 is what holds.
///
/// @param validFrom first day of use that it prices
/// @param monthlyBase base fee for a whole month by calibre in mm, before tax; a service without calibres has the
/// calibre [#ANY]
/// @param steps price for each m³ of a month, smallest limit first; the last one has no limit
/// @param rounding which part of a month counts, and the tax; the sum is cut to whole yen
/// @param example whether the figures are only a sample (例)
public record Tariff(
        Service service,
        LocalDate validFrom,
        Map<Integer, Yen> monthlyBase,
        List<Step> steps,
        Rounding rounding,
        boolean example) {

    /// For services whose base fee does not look at the meter.
    public static final int ANY = 0;

    public Tariff {
        monthlyBase = Map.copyOf(monthlyBase);
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.getLast().upTo().isPresent()) {
            throw new IllegalArgumentException("the last step of a tariff has no limit");
        }
    }

    /// @param upTo last m³ of a month with this price; empty: all the rest
    /// @param each price of one m³ before tax
    public record Step(Optional<Integer> upTo, Yen each) {}

    /// How a sum is made: which part of a month counts, and what is added.
    ///
    /// @param taxPercent 消費税
    /// @param halfMonthUpTo a part of a month of at most so many days counts half; 0: a begun month counts
    /// whole
    public record Rounding(int taxPercent, int halfMonthUpTo) {}

    /// One service's part of an estimate.
    ///
    /// @param tax what of the total is tax
    public record Charge(Yen base, Yen usage, Yen tax, Yen total) {}

    /// The price of what was used in a time.
    ///
    /// @param from the day of the last reading; use counts from the day after
    /// @param to the day of this reading, the last day of use
    /// @return empty where the table has no such calibre
    public Optional<Charge> charge(int calibre, int cubicMetres, LocalDate from, LocalDate to) {
        Yen month = monthlyBase.containsKey(calibre) ? monthlyBase.get(calibre) : monthlyBase.get(ANY);
        if (month == null) {
            return Optional.empty();
        }
        int halves = halfMonths(from, to);
        Yen base = new Yen(month.amount() * halves / 2);
        Yen usage = priceOf(cubicMetres, halves);
        long untaxed = base.plus(usage).amount();
        Yen tax = new Yen(untaxed * rounding.taxPercent() / 100);
        return Optional.of(new Charge(base, usage, tax, new Yen(untaxed).plus(tax)));
    }

    /// How many half months of base fee lie between two readings; the smallest is one half or one whole month.
    int halfMonths(LocalDate from, LocalDate to) {
        int whole = 0;
        while (!from.plusMonths(whole + 1L).isAfter(to)) {
            whole++;
        }
        long rest = from.plusMonths(whole).until(to, java.time.temporal.ChronoUnit.DAYS);
        if (rest == 0) {
            return Math.max(2 * whole, least());
        }
        return 2 * whole + (rest <= rounding.halfMonthUpTo() ? 1 : 2);
    }

    private int least() {
        return rounding.halfMonthUpTo() > 0 ? 1 : 2;
    }

    private Yen priceOf(int cubicMetres, int halves) {
        Yen sum = Yen.ZERO;
        int done = 0;
        for (Step step : steps) {
            int limit = step.upTo().isPresent() ? step.upTo().get() * halves / 2 : cubicMetres;
            int here = Math.max(0, Math.min(cubicMetres, limit) - done);
            sum = sum.plus(step.each().times(here));
            done += here;
        }
        return sum;
    }
}
