package town.machi.water;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Town;
import town.machi.water.jdbc.ArrearsRows;
import town.machi.water.jdbc.CrewSettingRows;
import town.machi.water.jdbc.PointRows;

/// Points and crews of the demo (例), there before the demo's residents file anything.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class WaterDemo {

    private static final int JOBS = 6;

    private final PointRows points;
    private final ArrearsRows arrears;
    private final CrewSettingRows crews;
    private final Town town;
    private final Clock clock;

    WaterDemo(PointRows points, ArrearsRows arrears, CrewSettingRows crews, Town town, Clock clock) {
        this.points = points;
        this.arrears = arrears;
        this.crews = crews;
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
    }

    private void addCrew(String name, int sorting) {
        CrewId id = new CrewId(UUID.nameUUIDFromBytes(("demo crew " + sorting).getBytes(StandardCharsets.UTF_8)));
        crews.insert(id, name, sorting, true);
        List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                .forEach(day -> crews.setWeekday(id, day, JOBS));
    }
}
