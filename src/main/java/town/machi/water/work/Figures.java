package town.machi.water.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Town;
import town.machi.water.OrderKind;
import town.machi.water.jdbc.FigureRows;

/// The year in figures: starts and stops by month, how many came online, how long the valve took, trips in vain.
@Component
public class Figures {

    private static final int MONTHS = 12;

    private final FigureRows rows;
    private final OrderSheets sheets;
    private final Town town;

    Figures(FigureRows rows, OrderSheets sheets, Town town) {
        this.rows = rows;
        this.sheets = sheets;
        this.town = town;
    }

    /// @param online how many of starts and stops were filed by web or LINE
    /// @param businessDays from notice to valve, on average; empty where nothing was done
    /// @param inVain trips after which the work was still to do
    public record Month(YearMonth month, int starts, int stops, int online, OptionalDouble businessDays, int inVain) {}

    /// The last twelve months, oldest first.
    public List<Month> list() {
        YearMonth last = YearMonth.from(sheets.today());
        LocalDate from = last.minusMonths(MONTHS - 1L).atDay(1);
        List<FigureRows.Done> done = rows.listDone(from);
        Map<YearMonth, Integer> inVain = rows.countInVain(from);
        return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                .limit(MONTHS)
                .map(month -> month(month, done, inVain.getOrDefault(month, 0)))
                .toList();
    }

    private Month month(YearMonth month, List<FigureRows.Done> done, int inVain) {
        List<FigureRows.Done> here = done.stream()
                .filter(each -> YearMonth.from(each.doneOn()).equals(month))
                .toList();
        BusinessCalendar calendar = town.calendar();
        return new Month(
                month,
                count(here, OrderKind.OPEN),
                count(here, OrderKind.CLOSE),
                (int) here.stream().filter(FigureRows.Done::online).count(),
                here.stream().mapToInt(each -> daysBetween(calendar, each)).average(),
                inVain);
    }

    /// A notice of a Sunday counts from Monday: a crew that came at once was no day too early.
    static int daysBetween(BusinessCalendar calendar, FigureRows.Done done) {
        return done.doneOn().isBefore(done.noticedOn())
                ? 0
                : calendar.businessDaysBetween(done.noticedOn(), done.doneOn());
    }

    private static int count(List<FigureRows.Done> done, OrderKind kind) {
        return (int) done.stream().filter(each -> each.kind() == kind).count();
    }
}
