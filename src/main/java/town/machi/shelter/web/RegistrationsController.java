package town.machi.shelter.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.entrance.Registrations;

/// What households left with the town, for the one who calls and has lost the number. What is looked for goes in the
/// body: a name does not belong in an address.
@Controller
@RequestMapping("/office/shelters/registrations")
class RegistrationsController {

    private final Registrations registrations;
    private final Headquarters headquarters;

    RegistrationsController(Registrations registrations, Headquarters headquarters) {
        this.registrations = registrations;
        this.headquarters = headquarters;
    }

    @GetMapping
    Reply show(@RequestParam(defaultValue = "") String done) {
        headquarters.staff();
        return new RegistrationsPage(OverviewPage.Notice.of(done, ""), registrations.count(), "", List.of());
    }

    @PostMapping
    Reply search(@RequestParam(defaultValue = "") String name) {
        Actor.Staff staff = headquarters.staff();
        List<RegistrationsPage.Row> rows = registrations.search(name, staff).stream()
                .map(RegistrationsPage.Row::of)
                .toList();
        return new RegistrationsPage(OverviewPage.Notice.of("", ""), registrations.count(), name.strip(), rows);
    }

    @PostMapping("/{id}/remove")
    Reply remove(@PathVariable UUID id) {
        registrations.remove(id, headquarters.staff());
        return new Redirect("/office/shelters/registrations?done=unregistered");
    }
}
