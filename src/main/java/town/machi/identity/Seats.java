package town.machi.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.identity.jdbc.SeatRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;
import town.machi.platform.Ids;
import town.machi.platform.Town;

/// The second front door: who sits on which seat (職), and who is away.
@Component
public class Seats {

    private final SeatRows rows;
    private final AuditTrail audit;
    private final Town town;
    private final Making making;
    private final Clock clock;

    Seats(SeatRows rows, AuditTrail audit, Town town, Making making, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.town = town;
        this.making = making;
        this.clock = clock;
    }

    @Component
    record Making(Ids ids, ApplicationEventPublisher events) {}

    /// Who sits where today.
    public Chairs today() {
        return on(day());
    }

    public Chairs on(LocalDate day) {
        return new Chairs(rows.listOn(day), rows.listAway(day), town.positions());
    }

    /// One person's seats, past and to come.
    public List<Holding> listOf(StaffId staff) {
        return rows.listOf(staff);
    }

    /// The last day of somebody's absence; empty while they are here.
    public Optional<LocalDate> findAwayUntil(StaffId staff) {
        return rows.findAwayUntil(staff, day());
    }

    /// Says that one is away: until then, others decide in one's place (代決).
    ///
    /// @param request the client-made id
    @Transactional
    public Optional<Refusal> leave(UUID request, LocalDate from, LocalDate until, Actor.Staff staff) {
        if (until.isBefore(from) || until.isBefore(day()) || until.isAfter(day().plusYears(1))) {
            return Optional.of(Refusal.of("identity.absence.range"));
        }
        if (rows.leave(request, staff.staffId(), from, until)) {
            record(staff, staff.staffId(), "absence");
        }
        return Optional.empty();
    }

    /// Is back.
    @Transactional
    public void comeBack(Actor.Staff staff) {
        rows.comeBack(staff.staffId(), day());
        record(staff, staff.staffId(), "absence-over");
    }

    /// Gives somebody these seats from a day on, and no others.
    @Transactional
    public Optional<Refusal> sit(Actor.Staff by, StaffMember whom, Set<Seat> seats, LocalDate from) {
        if (!by.has(Role.ADMINISTRATOR)) {
            return Optional.of(Refusal.of("identity.staff.administrators-only"));
        }
        if (from.isBefore(day()) || whom.has(Role.HELPER)) {
            return Optional.of(Refusal.of(whom.has(Role.HELPER) ? "identity.seat.helper" : "identity.seat.day"));
        }
        rows.rise(whom.id(), from);
        seats.forEach(seat -> rows.sit(making.ids().next(), new Holding(seat, whom.id(), from, Optional.empty())));
        record(by, whom.id(), "seats");
        if (from.equals(day())) {
            making.events().publishEvent(new StaffMoved(whom.id(), whom.sections()));
        }
        return Optional.empty();
    }

    private void record(Actor by, StaffId whom, String what) {
        audit.record(new AuditEntry(by, AuditAction.WRITE, "identity.staff:" + whom, "act:" + what, "ok"));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }
}
