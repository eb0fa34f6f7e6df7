package town.machi.water.intake;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseFile;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.water.CasePoint;
import town.machi.water.CasePoint.Match;
import town.machi.water.Hold;
import town.machi.water.SupplyPoint;
import town.machi.water.jdbc.CasePointRows;
import town.machi.water.jdbc.HoldRows;

/// What staff decide about a case that waits. Each decision stands in the history of the case.
@Component
public class Settling {

    private final CasePointRows points;
    private final HoldRows holds;
    private final Holding holding;
    private final Telling telling;
    private final Clock clock;

    Settling(CasePointRows points, HoldRows holds, Holding holding, Telling telling, Clock clock) {
        this.points = points;
        this.holds = holds;
        this.holding = holding;
        this.telling = telling;
        this.clock = clock;
    }

    /// Where it is written down.
    @Component
    record Telling(Cases cases, AuditTrail audit, ApplicationEventPublisher events) {}

    /// This is the point. A repeat of the request changes nothing more.
    ///
    /// @return false where the case has nothing to do with water
    @Transactional
    public boolean choose(CaseFile file, SupplyPoint point, UUID request, Actor.Staff staff) {
        Optional<CasePoint> known = points.find(file.id());
        Optional<Said> said = Said.of(file);
        if (known.isEmpty() || said.isEmpty()) {
            return false;
        }
        CasePoint chosen = new CasePoint(
                file.id(),
                known.get().submission(),
                known.get().kind(),
                Match.CHOSEN,
                Optional.of(point.id()),
                known.get().times());
        points.update(chosen, "staff:" + staff.id());
        holding.look(chosen, said.get());
        telling.cases().note(file.id(), "給水装置 " + point.numbers().point() + " のことだと確かめました。", request, staff);
        telling.audit()
                .record(AuditEntry.done(staff, AuditAction.WRITE, file.id().subject(), "point:choose"));
        telling.events().publishEvent(new PointSettled(file.id()));
        return true;
    }

    /// Looked at and fine; the words say why.
    ///
    /// @return false where nothing of the kind was open
    @Transactional
    public boolean settle(CaseFile file, Hold.Kind kind, String words, UUID request, Actor.Staff staff) {
        Hold.Settled settled = new Hold.Settled(clock.instant(), "staff:" + staff.id(), words.strip());
        if (!holds.settle(file.id(), kind, settled)) {
            return false;
        }
        String note = kind.label() + "を確かめました。" + (words.isBlank() ? "" : "（" + words.strip() + "）");
        telling.cases().note(file.id(), note, request, staff);
        telling.audit()
                .record(AuditEntry.done(staff, AuditAction.WRITE, file.id().subject(), "hold:" + kind.name()));
        telling.events().publishEvent(new PointSettled(file.id()));
        return true;
    }
}
