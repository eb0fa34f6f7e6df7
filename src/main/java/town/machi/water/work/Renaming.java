package town.machi.water.work;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseMoved;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.water.CasePoint;
import town.machi.water.PointChange;
import town.machi.water.PointStanding;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.SupplyPoints;

/// 名義変更: nobody drives there. When the office has changed the name, the register knows the new one; part of the act.
@Component
class Renaming {

    private static final Actor JOB = new Actor.SystemJob("water.rename");

    private final SupplyPoints points;
    private final Cases cases;
    private final Clock clock;

    Renaming(SupplyPoints points, Cases cases, Clock clock) {
        this.points = points;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void moved(CaseMoved moved) {
        points.findOfCase(moved.caseId())
                .filter(asked -> asked.kind() == CasePoint.Kind.RENAME)
                .ifPresent(asked -> {
                    CaseFile file = cases.get(moved.caseId());
                    if (file.state().meaning() == Meaning.DONE) {
                        asked.point().ifPresent(id -> rename(id, asked, file));
                    }
                });
    }

    /// Where nobody has a contract there is no name to change.
    private void rename(SupplyPointId id, CasePoint asked, CaseFile file) {
        SupplyPoint point = points.get(id);
        PointStanding standing = point.supply().standing();
        if (standing == PointStanding.IN_USE || standing == PointStanding.PAUSED) {
            LocalDate from = asked.times().wantedOn() == null
                    ? LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO)
                    : asked.times().wantedOn();
            points.change(id, new PointChange.Renamed(CaseUser.of(file, from)), JOB);
        }
    }
}
