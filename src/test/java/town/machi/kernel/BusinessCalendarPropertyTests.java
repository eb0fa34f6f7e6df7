package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BusinessCalendarPropertyTests {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    @Property
    @Label("n開庁日あとは開庁日で、その間の開庁日はちょうどn日")
    void addingAndCountingAgree(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("days") LocalDate date,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate later = calendar.plusBusinessDays(date, n);
        assertThat(calendar.isOpen(later)).isTrue();
        assertThat(calendar.businessDaysBetween(date, later)).isEqualTo(n);
    }

    @Property
    @Label("開庁日から進んで戻れば、元の日")
    void thereAndBack(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("days") LocalDate date,
            @ForAll @IntRange(min = 0, max = 60) int n) {
        LocalDate open = calendar.firstOpenFrom(date);
        assertThat(calendar.plusBusinessDays(calendar.plusBusinessDays(open, n), -n))
                .isEqualTo(open);
    }

    @Property
    @Label("m日とn日に分けて進んでも、一度に進んでも同じ")
    void stepsAddUp(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("days") LocalDate date,
            @ForAll @IntRange(min = 1, max = 30) int m,
            @ForAll @IntRange(min = 1, max = 30) int n) {
        assertThat(calendar.plusBusinessDays(calendar.plusBusinessDays(date, m), n))
                .isEqualTo(calendar.plusBusinessDays(date, m + n));
    }

    @Property
    @Label("後から届いたものの期限が、先に届いたものより早くなることはない")
    void laterIsNeverDueEarlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant other,
            @ForAll @IntRange(min = 0, max = 20) int n) {
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;
        assertThat(calendar.due(earlier, n)).isBeforeOrEqualTo(calendar.due(later, n));
    }

    @Property
    @Label("町の休業日を増やしても、期限が早くなることはない")
    void closingMoreIsNeverFaster(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant filed,
            @ForAll @IntRange(min = 0, max = 20) int n) {
        BusinessCalendar withoutOwnDays = new BusinessCalendar(Set.of(), calendar.closingTime());
        assertThat(withoutOwnDays.due(filed, n)).isBeforeOrEqualTo(calendar.due(filed, n));
    }

    @Property
    @Label("数え始めの日は開庁日で、届いた日より前ではない")
    void countingStartsOnAnOpenDay(@ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant filed) {
        LocalDate from = calendar.countFrom(filed);
        assertThat(calendar.isOpen(from)).isTrue();
        assertThat(from).isAfterOrEqualTo(filed.atZone(BusinessCalendar.TOKYO).toLocalDate());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 86_399))
                .as((day, second) -> day.atTime(LocalTime.ofSecondOfDay(second))
                        .atZone(BusinessCalendar.TOKYO)
                        .toInstant());
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        Arbitrary<LocalTime> closing =
                Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.of(minute / 60, minute % 60));
        return Combinators.combine(days().set().ofMaxSize(40), closing).as(BusinessCalendar::new);
    }
}
