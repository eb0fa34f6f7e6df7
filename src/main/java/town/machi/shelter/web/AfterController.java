package town.machi.shelter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.Wareki;
import town.machi.shell.Download;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Disaster;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.Shelters;
import town.machi.shelter.after.Afterwards;
import town.machi.shelter.jdbc.InquiryRows;

/// After a disaster: the list for the 被災者台帳, the day on which the names go, what holds it, the record of it.
@Controller
@RequestMapping("/office/shelters/disasters/{id}/after")
class AfterController {

    private static final int LONGEST = 200;

    private final Afterwards afterwards;
    private final Shelters shelters;
    private final InquiryRows places;
    private final Headquarters headquarters;

    AfterController(Afterwards afterwards, Shelters shelters, InquiryRows places, Headquarters headquarters) {
        this.afterwards = afterwards;
        this.shelters = shelters;
        this.places = places;
        this.headquarters = headquarters;
    }

    @GetMapping
    Reply show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String refused) {
        Actor.Staff staff = headquarters.staff();
        Disaster disaster = get(id);
        return new AfterPage(
                OverviewPage.Notice.of(done, refused),
                disaster,
                afterwards.get(disaster.id()),
                afterwards.names(disaster.id()),
                afterwards.findDeletion(disaster.id()).orElse(null),
                isDecider(staff));
    }

    @PostMapping
    Reply plan(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String hold) {
        Actor.Staff staff = headquarters.staff();
        Disaster disaster = get(id);
        Optional<LocalDate> read = Wareki.parse(day).findValue();
        String why = hold.strip();
        boolean unreadable = !day.isBlank() && read.isEmpty();
        Optional<Refusal> refused = unreadable || why.length() > LONGEST
                ? Optional.of(Refusal.of("shelter.refused.forget-day"))
                : afterwards.plan(disaster, read.orElse(null), why, staff);
        String query = refused.map(each -> "?refused=" + each.key().replace("shelter.refused.", ""))
                .orElse("?done=noted");
        return new Redirect("/office/shelters/disasters/" + id + "/after" + query);
    }

    /// The list for the 被災者台帳; with those who must not be found only for who decides.
    @GetMapping("/ledger.{ending:csv|xlsx}")
    ResponseEntity<byte[]> ledger(
            @PathVariable UUID id, @PathVariable String ending, @RequestParam(defaultValue = "false") boolean secret) {
        Actor.Staff staff = headquarters.staff();
        Disaster disaster = get(id);
        if (secret && !isDecider(staff)) {
            throw new ProblemException(ShelterProblem.NOT_FOR_SHELTERS);
        }
        var sheet = new LedgerSheet(places.places(disaster.id()));
        List<List<String>> rows = afterwards.export(disaster.id(), secret, ending, staff).stream()
                .map(sheet::row)
                .toList();
        return new Download("被災者台帳用の名簿", "被災者台帳用", LedgerSheet.HEADER, rows.stream())
                .ofDrill(disaster.drill())
                .as(ending);
    }

    private static boolean isDecider(Actor.Staff staff) {
        return staff.roles().contains(Role.DECIDER);
    }

    private Disaster get(UUID id) {
        return shelters.listDisasters().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_DISASTER));
    }
}
