package town.machi.water.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Town;
import town.machi.procedure.Facts;
import town.machi.procedure.ValueKind;
import town.machi.water.CrewDay;
import town.machi.water.CrewDays;
import town.machi.water.CrewPlan;
import town.machi.water.WaterSettings;

/// `workDays`: the days that a form of this room offers, from the lead time on, as far as somebody can come;
/// `workDaysFull`: open days from then on that are taken. Both as ISO 8601.
///
/// The day that a filing holds already is never full for itself.
@Component
class WorkDayFacts implements Facts {

    private static final String FREE = "workDays";
    private static final String FULL = "workDaysFull";

    private final CrewDays days;
    private final FullDaysNotice notice;
    private final WaterSettings settings;
    private final Town town;
    private final Clock clock;

    WorkDayFacts(CrewDays days, FullDaysNotice notice, WaterSettings settings, Town town, Clock clock) {
        this.days = days;
        this.notice = notice;
        this.settings = settings;
        this.town = town;
        this.clock = clock;
    }

    @Override
    public Map<String, ValueKind> kinds() {
        return Map.of(FREE, ValueKind.LIST, FULL, ValueKind.LIST);
    }

    @Override
    public Optional<Object> find(String name, Context context) {
        return Optional.ofNullable(findAll(Set.of(name), context).get(name));
    }

    /// Both from one look at the crews' plan.
    @Override
    public Map<String, Object> findAll(Set<String> names, Context context) {
        if (WaterForm.of(context.procedure()).isEmpty() || Collections.disjoint(names, kinds().keySet())) {
            return Map.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        int lead = context.office() ? 0 : settings.findNumber("lead-time-days").orElse(1);
        LocalDate from = town.calendar().plusBusinessDays(context.countsFrom(), lead);
        LocalDate to = today.plusDays(CrewDays.HORIZON_DAYS);
        CrewPlan plan = days.plan(from, to);
        Optional<LocalDate> own = held(context.owner());
        Set<LocalDate> fullInside = notice.listFullInside();
        Predicate<LocalDate> free = day -> (plan.canServe(day) && !fullInside.contains(day))
                || own.filter(day::equals).isPresent();
        Predicate<LocalDate> full = day -> town.calendar().isOpen(day) && !free.test(day);
        return Map.of(FREE, iso(from, to, free), FULL, iso(from, to, full));
    }

    private static List<String> iso(LocalDate from, LocalDate to, Predicate<LocalDate> wanted) {
        return to.isBefore(from)
                ? List.of()
                : from.datesUntil(to.plusDays(1))
                        .filter(wanted)
                        .map(LocalDate::toString)
                        .toList();
    }

    private Optional<LocalDate> held(String owner) {
        String prefix = "submission:";
        return owner.startsWith(prefix)
                ? days.find(UUID.fromString(owner.substring(prefix.length()))).map(CrewDay::day)
                : Optional.empty();
    }
}
