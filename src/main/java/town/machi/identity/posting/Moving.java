package town.machi.identity.posting;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.identity.Holding;
import town.machi.identity.Invitations;
import town.machi.identity.StaffMember;
import town.machi.identity.StaffMoved;
import town.machi.identity.StaffState;
import town.machi.identity.jdbc.SeatRows;
import town.machi.identity.jdbc.SessionRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;
import town.machi.platform.Ids;
import town.machi.platform.SectionNaming;

/// Does one line of a transfer.
@Component
class Moving {

    private static final Actor JOB = new Actor.SystemJob(PostingJob.NAME);

    private final StaffRows staff;
    private final Desks desks;
    private final Invitations invitations;
    private final SectionNaming names;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Moving(
            StaffRows staff,
            Desks desks,
            Invitations invitations,
            SectionNaming names,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.desks = desks;
        this.invitations = invitations;
        this.names = names;
        this.audit = audit;
        this.events = events;
    }

    @Component
    record Desks(SeatRows seats, SessionRows sessions, Ids ids) {}

    void move(PostingLine line, LocalDate day) {
        switch (line.kind()) {
            case RENAMES -> line.sections().forEach(section -> names.rename(section, line.name(), day));
            case JOINS -> joins(line, day);
            case MOVES -> moves(line, day);
            case LEAVES -> leaves(line, day);
        }
    }

    private void joins(PostingLine line, LocalDate day) {
        StaffId who = line.staff().orElseThrow();
        var member = new StaffMember(who, line.name(), line.mail(), line.sections(), line.roles(), false);
        if (invitations.invite(member)) {
            sit(line, who, day);
            record(who, "transfer-joins", "ok");
        } else {
            record(who, "transfer-joins", "refused:identity.staff.mail-taken");
        }
    }

    private void moves(PostingLine line, LocalDate day) {
        StaffId who = line.staff().orElseThrow();
        staff.changeRights(who, line.sections(), line.roles());
        desks.seats().rise(who, day);
        sit(line, who, day);
        record(who, "transfer-moves", "ok");
        events.publishEvent(new StaffMoved(who, line.sections()));
    }

    private void leaves(PostingLine line, LocalDate day) {
        StaffId who = line.staff().orElseThrow();
        desks.seats().rise(who, day);
        staff.changeState(who, StaffState.SUSPENDED);
        desks.sessions().endAll(who);
        invitations.closeLinks(who);
        record(who, "transfer-leaves", "ok");
        events.publishEvent(new StaffMoved(who, Set.of()));
    }

    private void sit(PostingLine line, StaffId who, LocalDate day) {
        for (Seat seat : line.seats()) {
            desks.seats().sit(desks.ids().next(), new Holding(seat, who, day, java.util.Optional.empty()));
        }
    }

    private void record(StaffId who, String what, String outcome) {
        audit.record(new AuditEntry(JOB, AuditAction.WRITE, "identity.staff:" + who, "act:" + what, outcome));
    }
}
