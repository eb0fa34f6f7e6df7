package town.machi.shell.component;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What stands in the three boxes of a date, as typed: 令和8 or 2026, 11, 24. A field `startsOn`
/// posts `startsOn-year`, `startsOn-month` and `startsOn-day`; `Wareki.parse(year, month, day)` of
/// the kernel reads them.
public record DateParts(String year, String month, String day) {

    public static final DateParts EMPTY = new DateParts("", "", "");

    public static DateParts of(LocalDate date) {
        return new DateParts(
                String.valueOf(date.getYear()),
                String.valueOf(date.getMonthValue()),
                String.valueOf(date.getDayOfMonth()));
    }

    /// From a posted form.
    ///
    /// @param parameter the value of a parameter by its name, null where it is missing
    public static DateParts from(Function<String, @Nullable String> parameter, String name) {
        return new DateParts(
                typed(parameter, name + "-year"), typed(parameter, name + "-month"), typed(parameter, name + "-day"));
    }

    public boolean isEmpty() {
        return year.isBlank() && month.isBlank() && day.isBlank();
    }

    private static String typed(Function<String, @Nullable String> parameter, String name) {
        var value = parameter.apply(name);
        return value == null ? "" : value;
    }
}
