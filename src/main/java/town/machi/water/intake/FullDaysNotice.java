package town.machi.water.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.BoardNotice;
import town.machi.platform.Exchange;
import town.machi.platform.Town;
import town.machi.platform.Zone;
import town.machi.water.CrewDays;
import town.machi.water.CrewPlan;

/// The open days on which no crew can come any more. Where the town is cut in two, the forms outside leave them out;
/// who
/// asks for the last place in between has a wish, which is looked at inside.
@Component
class FullDaysNotice implements BoardNotice {

    private static final String KIND = "water.full-days";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CrewDays days;
    private final Town town;
    private final Exchange exchange;
    private final Clock clock;

    FullDaysNotice(CrewDays days, Town town, Exchange exchange, Clock clock) {
        this.days = days;
        this.town = town;
        this.exchange = exchange;
        this.clock = clock;
    }

    /// Those that the other zone told; none where the crews are here.
    Set<LocalDate> listFullInside() {
        return exchange.zone() == Zone.PUBLIC
                ? exchange.findPosted(KIND).map(FullDaysNotice::read).orElse(Set.of())
                : Set.of();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String content() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        LocalDate to = today.plusDays(CrewDays.HORIZON_DAYS);
        CrewPlan plan = days.plan(today, to);
        ArrayNode full = JSON.createArrayNode();
        today.datesUntil(to.plusDays(1))
                .filter(day -> town.calendar().isOpen(day) && !plan.canServe(day))
                .forEach(day -> full.add(day.toString()));
        return JSON.writeValueAsString(full);
    }

    private static Set<LocalDate> read(String content) {
        return JSON.readTree(content)
                .valueStream()
                .map(day -> LocalDate.parse(day.asString()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
