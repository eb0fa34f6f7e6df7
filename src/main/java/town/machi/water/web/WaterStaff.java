package town.machi.water.web;

import org.springframework.stereotype.Component;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.Workflow;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.SectionId;
import town.machi.shell.CurrentActor;
import town.machi.water.WaterProblem;

/// Who may see the crews' work: whoever works on the cases of the water section. For everybody else it is not there,
/// and the attempt is in the audit.
@Component
class WaterStaff {

    static final SectionId WATER = new SectionId("water");

    private final CurrentActor current;
    private final AuditTrail audit;

    WaterStaff(CurrentActor current, AuditTrail audit) {
        this.current = current;
        this.audit = audit;
    }

    static boolean belongs(Actor.Staff staff) {
        return Workflow.maySee(staff, WATER);
    }

    /// @throws ProblemException [WaterProblem#NO_SUCH_ORDER] for anybody else
    Actor.Staff require() {
        Actor.Staff staff = Actor.requireStaff(current.get());
        if (!belongs(staff)) {
            audit.record(AuditEntry.refused(staff, "-", "water-work", "not-your-section"));
            throw new ProblemException(WaterProblem.NO_SUCH_ORDER);
        }
        return staff;
    }
}
