package town.machi.shelter.web;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.Shelters;
import town.machi.shelter.entrance.Devices;
import town.machi.shelter.entrance.Passes;

/// The office's side of the desks: make the device in one's hands a desk, give a helper a card, read out a
/// renewal
/// code, shut a lost tablet out.
@Controller
class DeskOffice {

    /// Any member of staff who works with people may stand at a desk: in a disaster everybody does.
    static final Set<Role> AT_THE_DESK = Set.of(Role.RECEPTION, Role.HANDLER, Role.DECIDER, Role.ADMINISTRATOR);

    /// Those who may let others in, and read codes out.
    static final Set<Role> CHIEFS = Set.of(Role.HANDLER, Role.DECIDER, Role.ADMINISTRATOR);

    private static final String BASE = "/office/shelter-desks/";

    private final Shelters shelters;
    private final Passes passes;
    private final Devices devices;
    private final DeskOfficeViews views;
    private final Standing standing;

    /// Who asks, and ids for what they may do next.
    @Component
    record Standing(CurrentActor actor, Ids ids) {}

    DeskOffice(Shelters shelters, Passes passes, Devices devices, DeskOfficeViews views, Standing standing) {
        this.shelters = shelters;
        this.passes = passes;
        this.devices = devices;
        this.views = views;
        this.standing = standing;
    }

    @GetMapping("/office/shelter-desks")
    Reply choose() {
        staff(AT_THE_DESK);
        return views.choose(shelters.list(), shelters.listLive(), InUse.now(shelters));
    }

    @GetMapping("/office/shelter-desks/{shelter}")
    Reply show(@PathVariable UUID shelter) {
        Actor.Staff staff = staff(AT_THE_DESK);
        return page(shelter, staff, null, null);
    }

    /// The code travels behind a `#`: no server and no log sees it.
    @PostMapping("/office/shelter-desks/{shelter}/device")
    Reply thisDevice(@PathVariable UUID shelter, @RequestParam UUID onceId) {
        Actor.Staff staff = staff(AT_THE_DESK);
        ShelterId id = shelters.get(new ShelterId(shelter)).id();
        return passes.giveForThisDevice(id, onceId, staff)
                .<Reply>map(given -> new Redirect("/desk#pass=" + given.code()))
                .orElseGet(() -> new Redirect(BASE + shelter));
    }

    @PostMapping("/office/shelter-desks/{shelter}/card")
    Reply card(@PathVariable UUID shelter, @RequestParam UUID onceId) {
        Actor.Staff staff = staff(CHIEFS);
        Shelter found = shelters.get(new ShelterId(shelter));
        return passes.giveCard(found.id(), onceId, staff)
                .<Reply>map(given -> views.card(found, given))
                .orElseGet(() -> new Redirect(BASE + shelter));
    }

    @PostMapping("/office/shelter-desks/{shelter}/cards/{card}/revoke")
    Reply revokeCard(@PathVariable UUID shelter, @PathVariable UUID card) {
        Actor.Staff staff = staff(CHIEFS);
        passes.revoke(card, staff);
        return new Redirect(BASE + shelter);
    }

    @PostMapping("/office/shelter-desks/{shelter}/desks/{desk}/code")
    Reply readOut(@PathVariable UUID shelter, @PathVariable UUID desk) {
        Actor.Staff staff = staff(CHIEFS);
        Devices.Renewal code =
                devices.readOut(desk, staff).orElseThrow(() -> new ProblemException(KernelProblem.NOT_FOUND));
        return page(shelter, staff, desk, code);
    }

    @PostMapping("/office/shelter-desks/{shelter}/desks/{desk}/revoke")
    Reply revokeDesk(@PathVariable UUID shelter, @PathVariable UUID desk) {
        Actor.Staff staff = staff(CHIEFS);
        devices.revoke(desk, staff);
        return new Redirect(BASE + shelter);
    }

    private Reply page(UUID shelter, Actor.Staff staff, @Nullable UUID desk, Devices.@Nullable Renewal code) {
        Shelter found = shelters.get(new ShelterId(shelter));
        var shown = desk == null || code == null ? null : new DeskOfficeViews.Shown(desk, code);
        boolean chief = staff.roles().stream().anyMatch(CHIEFS::contains);
        var buttons = new Buttons(
                chief,
                InUse.now(shelters).isDrill(found.id()),
                standing.ids().next(),
                standing.ids().next());
        return views.page(found, devices.list(found.id()), passes.cards(found.id()), shown, buttons);
    }

    /// @param chief whether cards and codes are offered
    /// @param drill whether the desks of this shelter practise now
    record Buttons(boolean chief, boolean drill, UUID device, UUID card) {}

    private Actor.Staff staff(Set<Role> allowed) {
        Actor.Staff staff = Actor.requireStaff(standing.actor().get());
        if (staff.roles().stream().noneMatch(allowed::contains)) {
            throw new ProblemException(ShelterProblem.NOT_FOR_SHELTERS);
        }
        return staff;
    }

    /// Used by the menu, too.
    static boolean mayStandAtADesk(Actor.Staff staff) {
        return staff.roles().stream().anyMatch(AT_THE_DESK::contains);
    }
}
