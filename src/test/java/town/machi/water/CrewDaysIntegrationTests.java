package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.support.MachiTest;
import town.machi.water.jdbc.CrewSettingRows;

@MachiTest
@DisplayName("班の一日には、決まった数の仕事しか入らない")
class CrewDaysIntegrationTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

    @Autowired
    CrewDays days;

    @Autowired
    CrewSettingRows settings;

    @Autowired
    JdbcClient jdbc;

    private final CrewId first = new CrewId(UUID.randomUUID());
    private final CrewId second = new CrewId(UUID.randomUUID());

    @BeforeEach
    void noCrews() {
        jdbc.sql("DELETE FROM water.slot").update();
        jdbc.sql("DELETE FROM water.crew_day").update();
        jdbc.sql("DELETE FROM water.crew").update();
    }

    private void crews(int jobs) {
        settings.insert(first, "第1班", 1, false);
        settings.insert(second, "第2班", 2, false);
        for (int weekday = 1; weekday <= 5; weekday++) {
            settings.setWeekday(first, DayOfWeek.of(weekday), jobs);
            settings.setWeekday(second, DayOfWeek.of(weekday), jobs);
        }
    }

    @Test
    @DisplayName("六件ずつの班が二つなら、その日の十三件目は断られ、次の日をすすめられる")
    void theThirteenthIsRefused() {
        crews(6);
        for (int i = 0; i < 12; i++) {
            assertThat(days.take(UUID.randomUUID(), MONDAY)).isInstanceOf(SlotOutcome.Taken.class);
        }
        assertThat(days.take(UUID.randomUUID(), MONDAY))
                .isInstanceOfSatisfying(
                        SlotOutcome.Full.class,
                        full -> assertThat(full.next().getFirst()).isEqualTo(MONDAY.plusDays(1)));
        assertThat(days.plan(MONDAY, MONDAY).canServe(MONDAY)).isFalse();
    }

    @Test
    @DisplayName("最後の一つを五十人が同時に望むと、ちょうど一人が得る")
    void fiftyForTheLastPlace() throws Exception {
        crews(6);
        for (int i = 0; i < 11; i++) {
            days.take(UUID.randomUUID(), MONDAY);
        }
        List<Callable<SlotOutcome>> wishes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            wishes.add(() -> days.take(UUID.randomUUID(), MONDAY));
        }
        List<SlotOutcome> outcomes = new ArrayList<>();
        try (var people = Executors.newFixedThreadPool(50)) {
            for (Future<SlotOutcome> outcome : people.invokeAll(wishes)) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).filteredOn(SlotOutcome.Taken.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(SlotOutcome.Full.class::isInstance).hasSize(49);
        assertThat(jdbc.sql("SELECT sum(taken) FROM water.crew_day")
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }

    @Test
    @DisplayName("同じ届出が二度望んでも、場所は一つ")
    void oneHolderOnePlace() {
        crews(1);
        UUID holder = UUID.randomUUID();
        assertThat(days.take(holder, MONDAY)).isEqualTo(days.take(holder, MONDAY));
        assertThat(days.take(holder, MONDAY.plusDays(1))).isInstanceOf(SlotOutcome.Taken.class);
        assertThat(days.plan(MONDAY, MONDAY).room(MONDAY)).isEqualTo(2);
        assertThat(days.free(holder)).isTrue();
        assertThat(days.free(holder)).isFalse();
        assertThat(days.find(holder)).isEmpty();
    }

    @Test
    @DisplayName("班の数が決まっていなければ、どの開庁日でも受ける")
    void notSetIsNotZero() {
        assertThat(days.take(UUID.randomUUID(), MONDAY)).isInstanceOf(SlotOutcome.Unlimited.class);
        assertThat(days.plan(MONDAY, MONDAY.plusDays(7)).days(MONDAY, MONDAY.plusDays(7)))
                .doesNotContain(MONDAY.plusDays(5), MONDAY.plusDays(6))
                .contains(MONDAY, MONDAY.plusDays(7));
    }

    @Test
    @DisplayName("休みを入れると数が減り、入っていた仕事は残る。土曜日に出ることもできる")
    void exceptions() {
        crews(2);
        LocalDate saturday = MONDAY.plusDays(5);
        assertThat(days.take(UUID.randomUUID(), saturday)).isInstanceOf(SlotOutcome.Full.class);
        settings.setException(new CrewDay(first, saturday), 1, "臨時の作業");
        assertThat(days.take(UUID.randomUUID(), saturday)).isInstanceOf(SlotOutcome.Taken.class);
        UUID held = UUID.randomUUID();
        days.take(held, new CrewDay(first, MONDAY));
        settings.setException(new CrewDay(first, MONDAY), 0, "研修");
        assertThat(days.take(UUID.randomUUID(), new CrewDay(first, MONDAY))).isInstanceOf(SlotOutcome.Full.class);
        assertThat(days.find(held)).contains(new CrewDay(first, MONDAY));
        assertThat(days.plan(MONDAY, MONDAY).room(MONDAY)).isEqualTo(2);
    }

    @Test
    @DisplayName("プログラムが間違えても、データベースが入れさせない")
    void theDatabaseIsTheLock() {
        crews(1);
        days.take(UUID.randomUUID(), new CrewDay(first, MONDAY));
        assertThatThrownBy(() -> jdbc.sql("INSERT INTO water.slot VALUES (:holder, :crew, :day, now())")
                        .param("holder", UUID.randomUUID())
                        .param("crew", first.value())
                        .param("day", MONDAY)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("no_more_than_the_crew_can_do");
    }
}
