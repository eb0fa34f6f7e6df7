package town.machi.water.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.kernel.Actor;
import town.machi.kernel.SectionId;
import town.machi.platform.Settings;
import town.machi.platform.Town;
import town.machi.procedure.Facts;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("支度の日数は、二年間のどの日でも、手で数えたとおり")
class LeadTimeIntegrationTests {

    private static final int LEAD = 3;

    /// Written out by hand from the 国民の祝日に関する法律 for 2026-04 to 2028-06, 振替休日 and 国民の休日 included.
    private static final Set<LocalDate> HOLIDAYS = Stream.of(
                    "2026-04-29",
                    "2026-05-03",
                    "2026-05-04",
                    "2026-05-05",
                    "2026-05-06",
                    "2026-07-20",
                    "2026-08-11",
                    "2026-09-21",
                    "2026-09-22",
                    "2026-09-23",
                    "2026-10-12",
                    "2026-11-03",
                    "2026-11-23",
                    "2027-01-01",
                    "2027-01-11",
                    "2027-02-11",
                    "2027-02-23",
                    "2027-03-21",
                    "2027-03-22",
                    "2027-04-29",
                    "2027-05-03",
                    "2027-05-04",
                    "2027-05-05",
                    "2027-07-19",
                    "2027-08-11",
                    "2027-09-20",
                    "2027-09-23",
                    "2027-10-11",
                    "2027-11-03",
                    "2027-11-23",
                    "2028-01-01",
                    "2028-01-10",
                    "2028-02-11",
                    "2028-02-23",
                    "2028-03-20",
                    "2028-04-29",
                    "2028-05-03",
                    "2028-05-04",
                    "2028-05-05")
            .map(LocalDate::parse)
            .collect(Collectors.toSet());

    @Autowired
    List<Facts> sources;

    @Autowired
    Settings settings;

    @Autowired
    Town town;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void noCrews() {
        db.sql("DELETE FROM water.slot").update();
        db.sql("DELETE FROM water.crew_day").update();
        db.sql("DELETE FROM water.crew").update();
        settings.put("water.lead-time-days", "3", new Actor.SystemJob("test"));
    }

    @AfterEach
    void back() {
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("振替休日も、年末年始も、役場が閉まったあとの届出も")
    void everyDayOfTwoYears() {
        for (LocalDate day = LocalDate.of(2026, 4, 1); day.isBefore(LocalDate.of(2028, 4, 1)); day = day.plusDays(1)) {
            check(day, LocalTime.of(10, 0));
            check(day, LocalTime.of(17, 15));
        }
    }

    private void check(LocalDate day, LocalTime time) {
        clock.set(OffsetDateTime.of(day, time, ZoneOffset.ofHours(9)));
        boolean late = !time.isBefore(LocalTime.of(17, 15));
        LocalDate counts = late ? day.plusDays(1) : day;
        while (!open(counts)) {
            counts = counts.plusDays(1);
        }
        LocalDate expected = counts;
        int left = LEAD;
        while (left > 0) {
            expected = expected.plusDays(1);
            left -= open(expected) ? 1 : 0;
        }
        Facts.Context context = new Facts.Context(
                WaterForm.START.procedure(),
                new SectionId("water"),
                town.calendar().countFrom(clock.instant()),
                "",
                false);
        assertThat(fact("earliestStart", context)).as("%s %s", day, time).isEqualTo(expected);
        List<String> offered = expected.datesUntil(day.plusDays(181))
                .filter(LeadTimeIntegrationTests::open)
                .map(LocalDate::toString)
                .toList();
        assertThat(fact("workDays", context)).as("%s %s", day, time).isEqualTo(offered);
    }

    private static boolean open(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean yearEnd = (day.getMonthValue() == 12 && day.getDayOfMonth() >= 29)
                || (day.getMonthValue() == 1 && day.getDayOfMonth() <= 3);
        return !weekend && !yearEnd && !HOLIDAYS.contains(day) && !laterHoliday(day);
    }

    /// The forms look half a year ahead: what stands in the law for the rest of 2028.
    private static boolean laterHoliday(LocalDate day) {
        return Set.of("2028-07-17", "2028-08-11", "2028-09-18", "2028-09-22").contains(day.toString());
    }

    private Object fact(String name, Facts.Context context) {
        return sources.stream()
                .filter(source -> source.kinds().containsKey(name))
                .findFirst()
                .orElseThrow()
                .find(name, context)
                .orElseThrow();
    }
}
