package town.machi.water;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.platform.Town;
import town.machi.water.jdbc.CrewRows;

/// The crews' days: which can be had, and who holds a place on them.
///
/// A place belongs to a holder: the submission that asked for the day, or a work order that nobody asked for (a meter
/// exchange). One holder has one place at most.
@Component
public class CrewDays {

    /// As far as the forms go: 使用開始日は今日から 180 日以内.
    public static final int HORIZON_DAYS = 180;

    private static final int OFFERED_INSTEAD = 5;

    private final CrewRows rows;
    private final Town town;
    private final Clock clock;

    CrewDays(CrewRows rows, Town town, Clock clock) {
        this.rows = rows;
        this.town = town;
        this.clock = clock;
    }

    /// All crews, those that drive no more included.
    public List<Crew> listCrews() {
        return rows.listCrews();
    }

    /// The crew's name; empty where there is no such crew.
    public String nameOf(CrewId id) {
        return listCrews().stream()
                .filter(crew -> crew.id().equals(id))
                .findFirst()
                .map(Crew::name)
                .orElse("");
    }

    /// What the crews can do between two days, both included.
    public CrewPlan plan(LocalDate from, LocalDate to) {
        return CrewPlan.of(town.calendar(), rows.listCrews(), rows.listExceptions(from, to), rows.countTaken(from, to));
    }

    public Optional<CrewDay> find(UUID holder) {
        return rows.findSlot(holder);
    }

    /// Takes a place on that day, with the crew that has most room. Who has one on that day already keeps it; one on
    /// another day is given up for it. Whoever asks for the last place at the same time waits for this transaction.
    @Transactional
    public SlotOutcome take(UUID holder, LocalDate day) {
        Optional<CrewDay> held = rows.findSlot(holder);
        if (held.isPresent() && held.get().day().equals(day)) {
            return new SlotOutcome.Taken(held.get());
        }
        CrewPlan plan = plan(day, day);
        if (!plan.isSet()) {
            return new SlotOutcome.Unlimited();
        }
        plan.crews().forEach(crew -> rows.ensure(new CrewDay(crew.id(), day), plan.capacity(crew, day)));
        Optional<CrewId> crew =
                rows.lockRoomiest(day, plan.crews().stream().map(Crew::id).toList());
        return crew.isEmpty() ? new SlotOutcome.Full(next(day)) : put(holder, new CrewDay(crew.get(), day), held);
    }

    /// The same with a crew of the caller's choice, as on the planning board.
    @Transactional
    public SlotOutcome take(UUID holder, CrewDay wanted) {
        Optional<CrewDay> held = rows.findSlot(holder);
        if (held.isPresent() && held.get().equals(wanted)) {
            return new SlotOutcome.Taken(wanted);
        }
        CrewPlan plan = plan(wanted.day(), wanted.day());
        Optional<Crew> crew = plan.find(wanted.crew());
        if (crew.isEmpty()) {
            return new SlotOutcome.Full(next(wanted.day()));
        }
        rows.ensure(wanted, plan.capacity(crew.get(), wanted.day()));
        return rows.lockRoomiest(wanted.day(), List.of(wanted.crew())).isEmpty()
                ? new SlotOutcome.Full(next(wanted.day()))
                : put(holder, wanted, held);
    }

    private SlotOutcome put(UUID holder, CrewDay wanted, Optional<CrewDay> held) {
        if (held.isPresent()) {
            rows.moveSlot(holder, wanted);
        } else if (!rows.insertSlot(holder, wanted, clock.instant())) {
            return new SlotOutcome.Taken(rows.findSlot(holder).orElse(wanted));
        }
        return new SlotOutcome.Taken(wanted);
    }

    /// Gives the place back, where there is one.
    @Transactional
    public boolean free(UUID holder) {
        return rows.deleteSlot(holder);
    }

    /// The days that can be had instead of one that is full.
    private List<LocalDate> next(LocalDate day) {
        LocalDate to = day.plusDays(HORIZON_DAYS);
        return plan(day.plusDays(1), to).days(day.plusDays(1), to).stream()
                .limit(OFFERED_INSTEAD)
                .toList();
    }
}
