package town.machi.water;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.platform.Town;
import town.machi.procedure.ProcedureName;
import town.machi.water.jdbc.ArrearsRows;
import town.machi.water.jdbc.CallbackRows;
import town.machi.water.jdbc.CrewSettingRows;
import town.machi.water.jdbc.PointRows;

/// Points, crews and wishes to be called of the demo (例), there before the demo's residents file anything.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class WaterDemo {

    private static final int JOBS = 6;

    private final PointRows points;
    private final ArrearsRows arrears;
    private final CrewSettingRows crews;
    private final CallbackRows callbacks;
    private final Town town;
    private final Clock clock;

    WaterDemo(
            PointRows points,
            ArrearsRows arrears,
            CrewSettingRows crews,
            CallbackRows callbacks,
            Town town,
            Clock clock) {
        this.points = points;
        this.arrears = arrears;
        this.crews = crews;
        this.callbacks = callbacks;
        this.town = town;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void fill() {
        if (!points.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        DemoPoints.in(town.areas(), today).forEach(point -> points.insert(point, true));
        arrears.insert(
                DemoPoints.stopped().value(),
                DemoPoints.stopped(),
                ArrearsRows.debtor(DemoPoints.stopped().value(), "大野　例代", "オオノ　レイヨ", "", today.minusMonths(5)),
                true);
        addCrew("第1班（例）", 1);
        addCrew("第2班（例）", 2);
        addCallbacks(today);
    }

    /// Two wait for a call; one was called yesterday.
    private void addCallbacks(LocalDate today) {
        addCallback("water-start", today, "例浜　美咲", "0966-00-9301", 1);
        addCallback("water-stop", today.plusDays(1), "例谷　敏夫", "0966-00-9302", 3);
        UUID called = addCallback("water-start", today, "例坂　リン", "0966-00-9303", 30);
        Instant yesterday = clock.instant().minus(Duration.ofHours(24));
        callbacks.setCalled(called, new Callback.Called(yesterday, "その日の15時に開けることにした（例）"), "system:demo");
    }

    private UUID addCallback(String procedure, LocalDate day, String name, String phone, int hoursAgo) {
        UUID id = UUID.nameUUIDFromBytes(("demo callback " + phone).getBytes(StandardCharsets.UTF_8));
        callbacks.insert(new Callback(
                id,
                new Callback.Wanted(new ProcedureName(procedure), day),
                new Callback.Who(name, phone),
                Language.JA,
                clock.instant().minus(Duration.ofHours(hoursAgo)),
                Optional.empty()));
        return id;
    }

    private void addCrew(String name, int sorting) {
        CrewId id = new CrewId(UUID.nameUUIDFromBytes(("demo crew " + sorting).getBytes(StandardCharsets.UTF_8)));
        crews.insert(id, name, sorting, true);
        List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                .forEach(day -> crews.setWeekday(id, day, JOBS));
    }
}
