package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("開庁日の数え方")
class BusinessCalendarTests {

    private static final LocalDate TOWN_DAY = LocalDate.of(2026, 8, 17);

    private final BusinessCalendar calendar = new BusinessCalendar(Set.of(TOWN_DAY), LocalTime.of(17, 15));

    @Test
    @DisplayName("12月24日(木)に届け、3開庁日かかるなら、1月4日(月)")
    void leadTimeOverTheYearEnd() {
        assertThat(calendar.due(at("2026-12-24T10:00:00+09:00"), 3)).isEqualTo("2027-01-04");
    }

    @ParameterizedTest(name = "{0} に届いたものは {1} から数える")
    @DisplayName("閉庁時刻を過ぎたら、次の開庁日から数える")
    @CsvSource({
        "2026-12-24T00:00:00+09:00, 2026-12-24",
        "2026-12-24T17:14:59+09:00, 2026-12-24",
        "2026-12-24T17:15:00+09:00, 2026-12-25",
        "2026-12-25T17:15:00+09:00, 2026-12-28",
        "2026-12-28T17:15:00+09:00, 2027-01-04",
        "2027-01-01T09:00:00+09:00, 2027-01-04",
        "2026-12-24T07:59:00Z, 2026-12-24",
        "2026-12-24T15:00:00Z, 2026-12-25",
        "2026-08-14T18:00:00+09:00, 2026-08-18"
    })
    void countsFrom(OffsetDateTime filed, LocalDate from) {
        assertThat(calendar.countFrom(filed.toInstant())).isEqualTo(from);
    }

    @ParameterizedTest(name = "{0} は {1}")
    @DisplayName("閉まっているわけを言える")
    @CsvSource({
        "2026-11-21, 土曜日",
        "2026-11-22, 日曜日",
        "2026-11-23, 勤労感謝の日",
        "2026-12-29, 年末年始",
        "2026-12-31, 年末年始",
        "2027-01-01, 元日",
        "2027-01-03, 年末年始",
        "2026-08-17, 町の休業日"
    })
    void saysWhyItIsClosed(LocalDate date, String reason) {
        assertThat(calendar.findReasonClosed(date)).contains(reason);
        assertThat(calendar.isOpen(date)).isFalse();
    }

    @Test
    @DisplayName("12月28日と1月4日は、平日なら開いている")
    void yearEndBorders() {
        assertThat(calendar.isOpen(LocalDate.of(2026, 12, 28))).isTrue();
        assertThat(calendar.isOpen(LocalDate.of(2027, 1, 4))).isTrue();
    }

    @Test
    @DisplayName("シルバーウィークをまたいで、前にも後ろにも数える")
    void countsBothWays() {
        assertThat(calendar.plusBusinessDays(LocalDate.of(2026, 9, 18), 1)).isEqualTo("2026-09-24");
        assertThat(calendar.plusBusinessDays(LocalDate.of(2026, 9, 24), -1)).isEqualTo("2026-09-18");
        assertThat(calendar.plusBusinessDays(LocalDate.of(2026, 9, 19), 0)).isEqualTo("2026-09-24");
        assertThat(calendar.businessDaysBetween(LocalDate.of(2026, 9, 18), LocalDate.of(2026, 9, 24)))
                .isEqualTo(1);
        assertThat(calendar.businessDaysBetween(LocalDate.of(2026, 9, 24), LocalDate.of(2026, 9, 18)))
                .isEqualTo(-1);
    }

    @Test
    @DisplayName("ずっと閉まる暦では、いつまでも探さずに言う")
    void doesNotSearchForever() {
        Set<LocalDate> always =
                LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2040, 1, 1)).collect(Collectors.toSet());
        BusinessCalendar never = new BusinessCalendar(always, LocalTime.of(17, 15));
        assertThatThrownBy(() -> never.firstOpenFrom(LocalDate.of(2026, 1, 5)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> never.plusBusinessDays(LocalDate.of(2026, 1, 5), 1))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
