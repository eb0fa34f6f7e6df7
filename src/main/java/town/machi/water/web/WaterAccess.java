package town.machi.water.web;

import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.shell.CurrentActor;
import town.machi.shell.ShellProblem;

/// Who may see the register: those who handle cases in 上下水道課.
@Component
class WaterAccess {

    private static final SectionId WATER = new SectionId("water");

    private final CurrentActor current;

    WaterAccess(CurrentActor current) {
        this.current = current;
    }

    /// @throws ProblemException [ShellProblem#FORBIDDEN]
    Actor.Staff staff() {
        Actor.Staff staff = Actor.requireStaff(current.get());
        if (!isAllowed(staff)) {
            throw new ProblemException(ShellProblem.FORBIDDEN);
        }
        return staff;
    }

    static boolean isAllowed(Actor.Staff staff) {
        return staff.sections().contains(WATER)
                && (staff.has(Role.HANDLER)
                        || staff.has(Role.DECIDER)
                        || staff.has(Role.RECEPTION)
                        || staff.has(Role.ADMINISTRATOR));
    }
}
