package town.machi.shelter.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Hazard;
import town.machi.shelter.Opening;
import town.machi.shelter.Openings;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Shelters;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ReportRows;
import town.machi.shelter.jdbc.ReportRows.Tally;

/// All shelters at a glance, and the button that calls the usual ones.
@Controller
@RequestMapping("/office/shelters")
class OverviewController {

    private static final String HERE = "/office/shelters";

    private final Shelters shelters;
    private final Openings openings;
    private final OpeningRows rows;
    private final ReportRows reports;
    private final Headquarters headquarters;

    OverviewController(
            Shelters shelters, Openings openings, OpeningRows rows, ReportRows reports, Headquarters headquarters) {
        this.shelters = shelters;
        this.openings = openings;
        this.rows = rows;
        this.reports = reports;
        this.headquarters = headquarters;
    }

    @GetMapping
    Reply overview(@RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "") String refused) {
        headquarters.staff();
        List<Shelter> all = shelters.list();
        List<OverviewPage.Event> events = shelters.listDisasters().stream()
                .filter(disaster -> disaster.closedAt() == null)
                .map(disaster -> event(disaster, all))
                .toList();
        List<OverviewPage.Past> past = shelters.listDisasters().stream()
                .filter(disaster -> disaster.closedAt() != null)
                .limit(10)
                .map(disaster -> new OverviewPage.Past(
                        "/office/shelters/reports/" + disaster.id(),
                        "/office/shelters/disasters/" + disaster.id() + "/after",
                        disaster.drill() ? "/office/shelters/reports/" + disaster.id() + "/drill" : "",
                        disaster.name(),
                        disaster.startedAt()))
                .toList();
        List<OverviewPage.Choice> choices =
                all.stream().map(OverviewController::choice).toList();
        return new OverviewPage(OverviewPage.Notice.of(done, refused), events, past, choices, headquarters.newId());
    }

    private OverviewPage.Event event(Disaster disaster, List<Shelter> all) {
        List<Opening> opened = rows.of(disaster.id());
        Map<UUID, Tally> tallies =
                reports.tallies(opened.stream().map(each -> each.id().value()).toList());
        Map<ShelterId, Shelter> byId = all.stream().collect(Collectors.toMap(Shelter::id, each -> each));
        List<OverviewPage.Line> lines = opened.stream()
                .map(opening -> OverviewPage.Line.of(
                        opening,
                        byId.get(opening.shelter()),
                        tallies.getOrDefault(opening.id().value(), Tally.NOBODY)))
                .toList();
        Set<ShelterId> called =
                opened.stream().filter(Opening::isLive).map(Opening::shelter).collect(Collectors.toSet());
        List<OverviewPage.Choice> more = all.stream()
                .filter(shelter -> !called.contains(shelter.id()) && shelter.mayBeCalled(disaster.hazards()))
                .map(OverviewController::choice)
                .toList();
        Tally sum = tallies.values().stream().reduce(Tally.NOBODY, Tally::plus);
        return new OverviewPage.Event(
                disaster, lines, sum, more, new OverviewPage.Ids(headquarters.newId(), headquarters.newId()));
    }

    private static OverviewPage.Choice choice(Shelter shelter) {
        String capacity = shelter.capacity() == null ? "定員未登録" : "定員" + shelter.capacity() + "人";
        String hazards =
                shelter.hazards().stream().sorted().map(Hazard::shortLabel).collect(Collectors.joining("・"));
        return new OverviewPage.Choice(shelter.id().value(), shelter.name(), capacity + "　" + hazards, shelter.main());
    }

    /// One button: notes what is happening, and sets the chosen shelters to 開設準備中.
    @PostMapping("/begin")
    Reply begin(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> hazard,
            @RequestParam(defaultValue = "no") String drill,
            @RequestParam(defaultValue = "") List<UUID> shelter,
            @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        Set<Hazard> hazards = Arrays.stream(Hazard.values())
                .filter(each -> hazard.contains(each.name()))
                .collect(Collectors.toSet());
        Openings.Outcome begun = openings.begin(name, hazards, drill.equals("yes"), onceId, staff);
        return switch (begun) {
            case Openings.Outcome.Refused _ -> new Redirect(HERE + Headquarters.query(begun, ""));
            case Openings.Outcome.Done(UUID id) when shelter.isEmpty() -> new Redirect(HERE + "?done=begun#" + id);
            case Openings.Outcome.Done(UUID id) -> prepare(id, shelter, "", second(onceId), staff);
        };
    }

    /// A second id that follows from the first, so that a repeat repeats both.
    private static UUID second(UUID first) {
        return UUID.nameUUIDFromBytes((first + ":prepare").getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/disasters/{id}/prepare")
    Reply prepareMore(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> shelter,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID onceId) {
        return prepare(id, shelter, reason, onceId, headquarters.staff());
    }

    private Reply prepare(UUID id, List<UUID> chosen, String reason, UUID request, Actor.Staff staff) {
        List<ShelterId> ids = chosen.stream().map(ShelterId::new).toList();
        Openings.Outcome outcome = openings.prepare(new DisasterId(id), ids, reason, request, staff);
        return new Redirect(HERE + Headquarters.query(outcome, "prepared") + "#" + id);
    }

    @PostMapping("/disasters/{id}/end")
    Reply end(@PathVariable UUID id, @RequestParam UUID onceId) {
        Openings.Outcome outcome = openings.end(new DisasterId(id), onceId, headquarters.staff());
        return new Redirect(HERE + Headquarters.query(outcome, "ended"));
    }
}
