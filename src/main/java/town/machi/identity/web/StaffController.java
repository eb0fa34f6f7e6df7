package town.machi.identity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.identity.Roster;
import town.machi.identity.StaffMember;
import town.machi.identity.StaffQuery;
import town.machi.identity.StaffState;
import town.machi.kernel.Actor;
import town.machi.kernel.Reading;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.platform.Ids;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// The staff list, and inviting somebody. For administrators.
@Controller
@RequestMapping("/office/staff")
class StaffController {

    private final Roster roster;
    private final StaffPages pages;
    private final SectionNames sections;
    private final CurrentActor current;
    private final Ids ids;

    StaffController(Roster roster, StaffPages pages, SectionNames sections, CurrentActor current, Ids ids) {
        this.roster = roster;
        this.pages = pages;
        this.sections = sections;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping
    Reply list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page) {
        var known = sections.known(List.of(section)).stream().findFirst().orElse(null);
        return pages.list(new StaffQuery(q, known, stateOf(state), page));
    }

    @GetMapping("/invite")
    Reply invite() {
        return new InvitePage(ids.next(), "", "", "", rights(Set.of(), Set.of()), Wrong.NOTHING);
    }

    @PostMapping("/invite")
    Reply invite(
            @RequestParam UUID onceId,
            @RequestParam String name,
            @RequestParam String mail,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(name = "sections", required = false) @Nullable List<String> typedSections,
            @RequestParam(name = "roles", required = false) @Nullable List<String> typedRoles) {
        var chosen = sections.known(typedSections == null ? List.of() : typedSections);
        var roles = RightsForm.roles(typedRoles);
        var member = new StaffMember(new StaffId(onceId), name.strip(), mail.strip(), chosen, roles, false);
        var wrong = roster.invite(Actor.requireStaff(current.get()), member, day(until));
        return wrong.isEmpty()
                ? new Redirect("/office/staff/" + onceId + "?done=invite")
                : new InvitePage(onceId, name, mail, until, rights(chosen, roles), new Wrong(wrong));
    }

    private static Optional<LocalDate> day(String typed) {
        return Wareki.parse(typed) instanceof Reading.Read<LocalDate>(LocalDate read)
                ? Optional.of(read)
                : Optional.empty();
    }

    private RightsForm rights(Set<SectionId> chosen, Set<Role> roles) {
        return RightsForm.of(sections.all(), chosen, roles);
    }

    private static @Nullable StaffState stateOf(String typed) {
        for (var state : StaffState.values()) {
            if (state.code().equals(typed)) {
                return state;
            }
        }
        return null;
    }
}
