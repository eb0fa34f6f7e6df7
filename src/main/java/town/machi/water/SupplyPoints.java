package town.machi.water;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseId;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.water.jdbc.CasePointRows;
import town.machi.water.jdbc.PointRows;

/// The front door to the register of supply points (給水装置).
@Component
public class SupplyPoints {

    private final PointRows rows;
    private final CasePointRows cases;
    private final AuditTrail audit;

    SupplyPoints(PointRows rows, CasePointRows cases, AuditTrail audit) {
        this.rows = rows;
        this.cases = cases;
        this.audit = audit;
    }

    /// Opens a point for somebody, which the audit notes as a reading.
    ///
    /// @param what for what, as the audit says it: ASCII, `open`, `day-sheet`
    @Transactional
    public Optional<SupplyPoint> find(SupplyPointId id, Actor actor, String what) {
        Optional<SupplyPoint> found = rows.find(id);
        found.ifPresent(point -> audit.record(AuditEntry.done(actor, AuditAction.READ, id.subject(), what)));
        return found;
    }

    /// The point for the program's own work; nothing of it may be shown to anybody.
    ///
    /// @throws ProblemException [WaterProblem#NO_SUCH_POINT]
    public SupplyPoint get(SupplyPointId id) {
        return rows.find(id).orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_POINT));
    }

    /// Which point a case is about; empty where the case has nothing to do with water.
    public Optional<CasePoint> findOfCase(CaseId id) {
        return cases.find(id);
    }

    /// What work or paper did to it. The point stays locked until the transaction ends.
    ///
    /// @throws ProblemException [WaterProblem#NO_SUCH_POINT]
    @Transactional
    public SupplyPoint change(SupplyPointId id, PointChange change, Actor actor) {
        SupplyPoint before = rows.lock(id).orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_POINT));
        SupplyPoint after = PointChanges.apply(before, change);
        rows.update(after);
        audit.record(AuditEntry.done(actor, AuditAction.WRITE, id.subject(), PointChanges.word(change)));
        return after;
    }
}
