package town.machi.kernel;

import java.time.LocalDate;

/// A town's year of account, April to March. Source: 地方自治法第208条.
///
/// @param year the year in which it begins
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    public static FiscalYear of(LocalDate date) {
        return new FiscalYear(date.getMonthValue() >= 4 ? date.getYear() : date.getYear() - 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 4, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year + 1, 3, 31);
    }

    public boolean contains(LocalDate date) {
        return equals(of(date));
    }

    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    /// 令和8年度. A year in which an era began takes the new name when it had an April to count from or was named so
    /// by the government: 2019 is 令和元年度, 1988 is 昭和63年度.
    public String label() {
        Era later = Era.findByDate(lastDay()).orElse(Era.MEIJI);
        Era earlier = Era.findByDate(firstDay()).orElse(Era.MEIJI);
        Era era = year - later.firstYear() >= 0 ? later : earlier;
        int number = year - era.firstYear() + 1;
        return era.label() + (number == 1 ? "元" : Integer.toString(number)) + "年度";
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return label();
    }
}
