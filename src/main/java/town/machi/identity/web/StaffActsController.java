package town.machi.identity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.identity.AccountHelp;
import town.machi.identity.Roster;
import town.machi.kernel.Actor;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// One member of staff and what an administrator does with the account. Each act carries the revision that the
/// administrator saw.
@Controller
@RequestMapping("/office/staff/{id}")
class StaffActsController {

    private final Roster roster;
    private final AccountHelp help;
    private final StaffPages pages;
    private final SectionNames sections;
    private final CurrentActor current;

    StaffActsController(
            Roster roster, AccountHelp help, StaffPages pages, SectionNames sections, CurrentActor current) {
        this.roster = roster;
        this.help = help;
        this.pages = pages;
        this.sections = sections;
        this.current = current;
    }

    @GetMapping
    Reply show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String done) {
        return pages.page(me(), new StaffId(id), new StaffPage.Outcome(done, null, Map.of()));
    }

    @PostMapping("/rights")
    Reply rights(
            @PathVariable UUID id,
            @RequestParam long revision,
            @RequestParam(name = "sections", required = false) @Nullable List<String> typedSections,
            @RequestParam(name = "roles", required = false) @Nullable List<String> typedRoles) {
        var chosen = sections.known(typedSections == null ? List.of() : typedSections);
        var refusal = roster.changeRights(me(), new StaffId(id), revision, chosen, RightsForm.roles(typedRoles));
        return answer(id, "rights", refusal, Map.of("sections", listed(typedSections), "roles", listed(typedRoles)));
    }

    @PostMapping("/person")
    Reply person(
            @PathVariable UUID id, @RequestParam long revision, @RequestParam String name, @RequestParam String mail) {
        var refusal = roster.changePerson(me(), new StaffId(id), revision, name.strip(), mail.strip());
        return answer(id, "person", refusal, Map.of("name", List.of(name), "mail", List.of(mail)));
    }

    /// @param until the last day, as typed; empty: no end
    @PostMapping("/end")
    Reply end(@PathVariable UUID id, @RequestParam long revision, @RequestParam(defaultValue = "") String until) {
        Optional<LocalDate> day = typed(until);
        return answer(
                id,
                "end",
                day.isEmpty() && !until.isBlank()
                        ? Optional.of(Refusal.of("identity.staff.end-unreadable"))
                        : roster.changeEnd(me(), new StaffId(id), revision, day),
                Map.of("until", List.of(until)));
    }

    /// @param from the first day, as typed
    @PostMapping("/seats")
    Reply seats(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(name = "seats", required = false) @Nullable List<String> codes) {
        Optional<LocalDate> day = typed(from);
        return answer(
                id,
                "seats",
                day.isEmpty()
                        ? Optional.of(Refusal.of("identity.seat.day"))
                        : pages.sit(me(), new StaffId(id), listed(codes), day.get()),
                Map.of("from", List.of(from), "seats", listed(codes)));
    }

    private static Optional<LocalDate> typed(String day) {
        return Wareki.parse(day) instanceof Reading.Read<LocalDate>(LocalDate read)
                ? Optional.of(read)
                : Optional.empty();
    }

    @PostMapping("/suspend")
    Reply suspend(@PathVariable UUID id, @RequestParam long revision) {
        return answer(id, "suspend", roster.suspend(me(), new StaffId(id), revision));
    }

    @PostMapping("/resume")
    Reply resume(@PathVariable UUID id, @RequestParam long revision) {
        return answer(id, "resume", roster.resume(me(), new StaffId(id), revision));
    }

    @PostMapping("/renew")
    Reply renew(
            @PathVariable UUID id,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "also-password", required = false) @Nullable String alsoPassword) {
        var refusal = help.renewFactor(me(), new StaffId(id), revision, alsoPassword != null, reason);
        return answer(id, "renew", refusal, Map.of("reason", List.of(reason)));
    }

    @PostMapping("/invite-again")
    Reply inviteAgain(@PathVariable UUID id) {
        return answer(id, "invite", roster.inviteAgain(me(), new StaffId(id)));
    }

    @PostMapping("/end-sessions")
    Reply endSessions(@PathVariable UUID id) {
        help.endSessions(me(), new StaffId(id));
        return answer(id, "end-sessions", Optional.empty());
    }

    @PostMapping("/end-rest")
    Reply endRest(@PathVariable UUID id) {
        roster.open(me(), new StaffId(id)).ifPresent(account -> help.endRest(me(), account.member()));
        return answer(id, "end-rest", Optional.empty());
    }

    private static List<String> listed(@Nullable List<String> ticked) {
        return ticked == null ? List.of() : ticked;
    }

    private Reply answer(UUID id, String done, Optional<Refusal> refusal) {
        return answer(id, done, refusal, Map.of());
    }

    private Reply answer(UUID id, String done, Optional<Refusal> refusal, Map<String, List<String>> typed) {
        return refusal.<Reply>map(why -> pages.page(me(), new StaffId(id), new StaffPage.Outcome(null, why, typed)))
                .orElseGet(() -> new Redirect("/office/staff/" + id + "?done=" + done));
    }

    private Actor.Staff me() {
        return Actor.requireStaff(current.get());
    }
}
