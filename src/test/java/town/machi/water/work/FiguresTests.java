package town.machi.water.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.kernel.BusinessCalendar;
import town.machi.water.OrderKind;
import town.machi.water.jdbc.FigureRows;

@DisplayName("届出から弁までの開庁日")
class FiguresTests {

    private static final BusinessCalendar CALENDAR = new BusinessCalendar(Set.of(), LocalTime.of(17, 15));

    /// 2026-11-30 is a Monday.
    @ParameterizedTest(name = "{0} から {1}")
    @CsvSource({
        "2026-11-30,2026-11-29,0",
        "2026-11-30,2026-11-30,0",
        "2026-11-30,2026-12-02,2",
        "2026-12-04,2026-12-07,1"
    })
    @DisplayName("数え始めより前に終えた作業（日曜の急ぎ）は、0日")
    void neverLessThanNone(LocalDate noticed, LocalDate done, int days) {
        assertThat(Figures.daysBetween(CALENDAR, new FigureRows.Done(OrderKind.OPEN, true, noticed, done)))
                .isEqualTo(days);
    }
}
