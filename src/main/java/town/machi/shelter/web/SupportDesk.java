package town.machi.shelter.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.shell.CurrentActor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.missing.SupportAccess;

/// The door to the pages of the 避難行動要支援者名簿.
@Component
class SupportDesk implements OfficeMenu {

    private final CurrentActor actor;
    private final SupportAccess access;

    SupportDesk(CurrentActor actor, SupportAccess access) {
        this.actor = actor;
        this.access = access;
    }

    /// Who asks, when they belong here.
    ///
    /// @throws ProblemException [ShelterProblem#NOT_FOR_SUPPORT] for anybody else
    Actor.Staff staff() {
        Actor.Staff staff = Actor.requireStaff(actor.get());
        if (!access.isFor(staff)) {
            throw new ProblemException(ShelterProblem.NOT_FOR_SUPPORT);
        }
        return staff;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return access.isFor(staff) ? List.of(new MenuItem("要支援者", "/office/supported", 29)) : List.of();
    }
}
