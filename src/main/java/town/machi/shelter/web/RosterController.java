package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Arrivals;
import town.machi.shelter.Happening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.jdbc.ReportRows;

/// Who is there, by name; 点呼, and what staff settle. Every look is in the audit.
@Controller
@RequestMapping("/office/shelters/openings/{id}")
class RosterController {

    /// The desk under which the office writes into the log.
    private static final UUID OFFICE = new UUID(0, 0);

    private final Arrivals arrivals;
    private final ReportRows reports;
    private final OpeningView view;
    private final RosterSheet sheet;
    private final AuditTrail audit;
    private final Headquarters headquarters;

    RosterController(
            Arrivals arrivals,
            ReportRows reports,
            OpeningView view,
            RosterSheet sheet,
            AuditTrail audit,
            Headquarters headquarters) {
        this.arrivals = arrivals;
        this.reports = reports;
        this.view = view;
        this.sheet = sheet;
        this.audit = audit;
        this.headquarters = headquarters;
    }

    @GetMapping("/roster")
    Reply roster(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        Actor.Staff staff = headquarters.staff();
        OpeningId opening = new OpeningId(id);
        OpeningPage page = view.page(opening, OverviewPage.Notice.of(done, ""));
        List<Presence.Standing> roster = arrivals.roster(opening);
        audit.record(AuditEntry.done(staff, AuditAction.READ, opening.subject(), "roster"));
        Map<UUID, Presence.Standing> byId =
                roster.stream().collect(Collectors.toMap(Presence.Standing::person, each -> each));
        List<RosterPage.Pair> pairs = reports.likelySame(opening).stream()
                .map(pair -> new RosterPage.Pair(
                        pair.one(), pair.other(), RosterPage.name(byId.get(pair.one())), headquarters.newId()))
                .toList();
        List<RosterPage.Row> rows = roster.stream().map(RosterPage.Row::of).toList();
        return new RosterPage(
                page.notice(),
                page.head(),
                page.numbers(),
                rows,
                pairs,
                page.questions().conflicts(),
                page.ids());
    }

    @GetMapping("/roster.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(@PathVariable UUID id, @PathVariable String ending) {
        Actor.Staff staff = headquarters.staff();
        OpeningId opening = new OpeningId(id);
        boolean drill = view.isDrill(opening);
        audit.record(AuditEntry.done(staff, AuditAction.EXPORT, opening.subject(), "roster." + ending));
        return sheet.of(arrivals.roster(opening)).ofDrill(drill).as(ending);
    }

    /// 点呼: so many heads were seen; those ticked were not found.
    @PostMapping("/roll-call")
    Reply rollCall(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String heads,
            @RequestParam(defaultValue = "") List<UUID> notFound,
            @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        String digits = java.text.Normalizer.normalize(heads, java.text.Normalizer.Form.NFKC)
                .strip();
        if (!digits.matches("\\d{1,4}")) {
            return new Redirect("/office/shelters/openings/" + id + "?refused=heads");
        }
        append(id, onceId, new Happening.RollCalled(Integer.parseInt(digits), notFound), staff);
        return new Redirect("/office/shelters/openings/" + id + "?done=called");
    }

    @PostMapping("/settle")
    Reply settle(@PathVariable UUID id, @RequestParam UUID conflict, @RequestParam UUID onceId) {
        append(id, onceId, new Happening.Settled(conflict), headquarters.staff());
        return new Redirect("/office/shelters/openings/" + id + "/roster?done=settled");
    }

    /// Two rows of the list are one person, or they are not.
    @PostMapping("/same")
    Reply same(
            @PathVariable UUID id,
            @RequestParam UUID one,
            @RequestParam UUID other,
            @RequestParam(defaultValue = "no") String same,
            @RequestParam UUID onceId) {
        append(id, onceId, new Happening.Same(one, other, same.equals("yes")), headquarters.staff());
        return new Redirect("/office/shelters/openings/" + id + "/roster?done=settled");
    }

    private void append(UUID opening, UUID event, Happening what, Actor.Staff staff) {
        view.get(new OpeningId(opening));
        Instant now = headquarters.clock().instant();
        var batch = new Arrivals.Batch(OFFICE, now, List.of(ShelterEvent.of(event, OFFICE, opening, now, what)));
        arrivals.append(batch, staff);
    }
}
