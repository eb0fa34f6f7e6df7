package town.machi.shelter.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
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
        return page(OverviewPage.Notice.of(done, refused), null, null);
    }

    /// A form that was refused stands at an address of its own; whoever loads that anew gets an empty one.
    @GetMapping({"/begin", "/disasters/{id}/prepare", "/disasters/{id}/end"})
    Reply anew() {
        return new Redirect(HERE);
    }

    /// @param refusedBegin what was typed to begin a disaster, when that was refused
    /// @param refusedCall what was ticked to call more shelters, when that was refused
    private OverviewPage page(
            OverviewPage.Notice notice, @Nullable BeginForm refusedBegin, @Nullable CallForm refusedCall) {
        List<Shelter> all = shelters.list();
        InUse inUse = InUse.now(shelters);
        List<OverviewPage.Event> events = shelters.listDisasters().stream()
                .filter(disaster -> disaster.closedAt() == null)
                .map(disaster ->
                        event(disaster, all, inUse, CallForm.of(refusedCall, disaster.id(), headquarters.newId())))
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
        BeginForm begin = refusedBegin == null ? BeginForm.blank(all, headquarters.newId()) : refusedBegin;
        List<OverviewPage.Choice> choices =
                all.stream().map(each -> choice(each, begin.shelters())).toList();
        return new OverviewPage(notice.naming(inUse.realNames()), events, past, choices, begin);
    }

    private OverviewPage.Event event(Disaster disaster, List<Shelter> all, InUse inUse, CallForm call) {
        List<Opening> opened = rows.of(disaster.id());
        var beside = new OverviewPage.Beside(
                reports.brokenOff(disaster.id()),
                all.stream()
                        .filter(shelter -> inUse.isTaken(shelter, disaster))
                        .map(Shelter::name)
                        .toList());
        Map<UUID, Tally> tallies =
                reports.tallies(opened.stream().map(each -> each.id().value()).toList());
        Map<ShelterId, Shelter> byId = all.stream().collect(Collectors.toMap(Shelter::id, each -> each));
        List<OverviewPage.Line> lines = opened.stream()
                .map(opening -> OverviewPage.Line.of(
                        opening,
                        byId.get(opening.shelter()),
                        tallies.getOrDefault(opening.id().value(), Tally.NOBODY)))
                .map(beside::marked)
                .toList();
        Set<ShelterId> called =
                opened.stream().filter(Opening::isLive).map(Opening::shelter).collect(Collectors.toSet());
        List<OverviewPage.Choice> more = all.stream()
                .filter(shelter -> !called.contains(shelter.id()) && shelter.mayBeCalled(disaster.hazards()))
                .filter(shelter -> !inUse.isTaken(shelter, disaster))
                .map(each -> inUse.endsDrill(each, disaster)
                        ? choice(each, call.shelters()).inDrill()
                        : choice(each, call.shelters()))
                .toList();
        Tally sum = tallies.values().stream().reduce(Tally.NOBODY, Tally::plus);
        return new OverviewPage.Event(disaster, lines, sum, more, beside, call, headquarters.newId());
    }

    private static OverviewPage.Choice choice(Shelter shelter, Set<UUID> chosen) {
        String capacity = shelter.capacity() == null ? "定員未登録" : "定員" + shelter.capacity() + "人";
        String hazards =
                shelter.hazards().stream().sorted().map(Hazard::shortLabel).collect(Collectors.joining("・"));
        UUID id = shelter.id().value();
        return new OverviewPage.Choice(
                id, shelter.name(), capacity + "　" + hazards, shelter.main(), chosen.contains(id));
    }

    /// One button: notes what is happening, and sets the chosen shelters to 開設準備中.
    @PostMapping("/begin")
    Reply begin(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> hazard,
            @RequestParam(defaultValue = "no") String drill,
            @RequestParam(defaultValue = "") Set<UUID> shelter,
            @RequestParam UUID onceId,
            Texts texts) {
        Actor.Staff staff = headquarters.staff();
        var form = BeginForm.of(name, hazard, drill, shelter, onceId, texts);
        if (!form.faults().isEmpty()) {
            return page(OverviewPage.Notice.NONE, form, null);
        }
        Openings.Outcome begun = openings.begin(name, form.hazards(), form.isDrill(), onceId, staff);
        return switch (begun) {
            case Openings.Outcome.Refused(Refusal why) ->
                page(OverviewPage.Notice.refused(why), form.again(headquarters.newId()), null);
            case Openings.Outcome.Done(UUID id) when shelter.isEmpty() -> new Redirect(HERE + "?done=begun#" + id);
            case Openings.Outcome.Done(UUID id) -> {
                Openings.Outcome called = call(id, shelter, "", second(onceId), staff);
                String refused = Headquarters.refusal(called);
                yield new Redirect(
                        HERE + (refused.isEmpty() ? prepared(form.isDrill()) : "?refused=begun-" + refused) + "#" + id);
            }
        };
    }

    /// A second id that follows from the first, so that a repeat repeats both.
    private static UUID second(UUID first) {
        return UUID.nameUUIDFromBytes((first + ":prepare").getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/disasters/{id}/prepare")
    Reply callMore(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<UUID> shelter,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID onceId,
            Texts texts) {
        Actor.Staff staff = headquarters.staff();
        var form = CallForm.of(new DisasterId(id), shelter, reason, onceId, texts);
        if (!form.faults().isEmpty()) {
            return page(OverviewPage.Notice.NONE, null, form);
        }
        return switch (call(id, shelter, reason, onceId, staff)) {
            case Openings.Outcome.Refused(Refusal why) ->
                page(OverviewPage.Notice.refused(why), null, form.refused(why, headquarters.newId(), texts));
            case Openings.Outcome.Done _ -> new Redirect(HERE + prepared(rows.isDrill(new DisasterId(id))) + "#" + id);
        };
    }

    private static String prepared(boolean drill) {
        return drill ? "?done=prepared-drill" : "?done=prepared";
    }

    private Openings.Outcome call(UUID id, Set<UUID> chosen, String reason, UUID request, Actor.Staff staff) {
        List<ShelterId> ids = chosen.stream().map(ShelterId::new).toList();
        return openings.prepare(new DisasterId(id), ids, reason, request, staff);
    }

    @PostMapping("/disasters/{id}/end")
    Reply end(@PathVariable UUID id, @RequestParam UUID onceId) {
        Openings.Outcome outcome = openings.end(new DisasterId(id), onceId, headquarters.staff());
        return new Redirect(HERE + Headquarters.query(outcome, "ended"));
    }
}
