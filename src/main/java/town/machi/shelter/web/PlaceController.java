package town.machi.shelter.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.platform.Town;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Disaster;
import town.machi.shelter.Opening;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Shelters;
import town.machi.shelter.list.PlaceChange;
import town.machi.shelter.list.Places;

/// One place of the register: added on the spot, read, and changed by staff.
@Controller
@RequestMapping("/office/shelters/places")
class PlaceController {

    private static final String HERE = "/office/shelters/places/";

    private final Shelters shelters;
    private final Places places;
    private final Town town;
    private final Headquarters headquarters;

    PlaceController(Shelters shelters, Places places, Town town, Headquarters headquarters) {
        this.shelters = shelters;
        this.places = places;
        this.town = town;
        this.headquarters = headquarters;
    }

    @GetMapping("/add")
    Reply blank() {
        headquarters.staff();
        UUID onceId = headquarters.newId();
        return fresh(PlaceForm.of(Places.unknown(new ShelterId(onceId))), onceId);
    }

    /// 自主・臨時避難所, on the spot. A point is good to have; without one it is on no map.
    @PostMapping("/add")
    Reply add(@RequestParam MultiValueMap<String, String> sent, @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        PlaceForm form = PlaceForm.of(sent);
        var reader = new PlaceReader(form, Places.unknown(new ShelterId(onceId)), town, places);
        Shelter typed = reader.readNew();
        if (!reader.faults().isEmpty()) {
            return fresh(form.with(reader.faults()), onceId);
        }
        Shelter added = places.add(typed, staff);
        return new Redirect(HERE + added.id() + (added.equals(typed) ? "?done=added" : "?done=before"));
    }

    private static Reply fresh(PlaceForm form, UUID onceId) {
        return new PlacePage(PlacePage.Notice.NONE, null, form, List.of(), onceId);
    }

    @GetMapping("/{id}")
    Reply show(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        headquarters.staff();
        Shelter shelter = shelters.get(new ShelterId(id));
        PlacePage page = page(PlacePage.Notice.NONE, shelter, PlaceForm.of(shelter), List.of());
        return page.saying(done);
    }

    /// @param seen when the place had been changed last, as the form was drawn
    @PostMapping("/{id}")
    Reply change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String seen) {
        Actor.Staff staff = headquarters.staff();
        Shelter known = shelters.get(new ShelterId(id));
        PlaceForm form = PlaceForm.of(sent);
        var reader = new PlaceReader(form, known, town, places);
        Shelter typed = reader.read();
        if (!reader.faults().isEmpty()) {
            return page(PlacePage.Notice.NONE, known, form.with(reader.faults()), List.of());
        }
        return switch (places.change(typed, instant(seen), staff)) {
            case DONE -> new Redirect(HERE + id + "?done=saved");
            case NOTHING -> new Redirect(HERE + id + "?done=nothing");
            case STALE -> {
                Shelter now = shelters.get(known.id());
                yield page(PlacePage.Notice.NONE, now, form, PlaceChange.between(now, typed));
            }
        };
    }

    /// Off the list, where it is not open.
    @PostMapping("/{id}/off")
    Reply takeOff(@PathVariable UUID id) {
        Actor.Staff staff = headquarters.staff();
        Shelter shelter = shelters.get(new ShelterId(id));
        if (places.takeOff(shelter.id(), staff)) {
            return new Redirect(HERE + id + "?done=off");
        }
        return page(PlacePage.Notice.NONE, shelter, PlaceForm.of(shelter), List.of())
                .saying("in-use");
    }

    @PostMapping("/{id}/back")
    Reply putBack(@PathVariable UUID id) {
        Actor.Staff staff = headquarters.staff();
        places.putBack(shelters.get(new ShelterId(id)).id(), staff);
        return new Redirect(HERE + id + "?done=back");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private PlacePage page(PlacePage.Notice notice, Shelter shelter, PlaceForm form, List<PlaceChange> theirs) {
        List<Disaster> going = shelters.listDisasters().stream()
                .filter(disaster -> disaster.closedAt() == null)
                .toList();
        List<Opening> live = shelters.listLive();
        boolean listed = places.isListed(shelter.id());
        var there = new PlacePage.There(
                HERE + shelter.id(),
                shelter.name(),
                shelter.house().source(),
                listed,
                places.changedAt(shelter.id()).toString(),
                live(shelter.id(), live, going),
                listed ? calls(shelter, live, going) : List.of(),
                going.stream()
                        .filter(disaster -> !shelter.mayBeCalled(disaster.hazards()))
                        .map(PlaceController::words)
                        .toList());
        return new PlacePage(notice, there, form, theirs, headquarters.newId());
    }

    private static PlacePage.@Nullable Live live(ShelterId id, List<Opening> live, List<Disaster> going) {
        return live.stream()
                .filter(opening -> opening.shelter().equals(id))
                .findFirst()
                .map(opening -> new PlacePage.Live(
                        "/office/shelters/openings/" + opening.id(),
                        OverviewPage.chip(opening),
                        going.stream()
                                .filter(disaster -> disaster.id().equals(opening.disaster()))
                                .map(PlaceController::words)
                                .collect(Collectors.joining())))
                .orElse(null);
    }

    /// For what it may be called now: a shelter that is in use, only by the real thing from a drill.
    private List<PlacePage.Call> calls(Shelter shelter, List<Opening> live, List<Disaster> going) {
        InUse inUse = InUse.of(live, going);
        return going.stream()
                .filter(disaster -> shelter.mayBeCalled(disaster.hazards()))
                .filter(disaster -> !inUse.by().containsKey(shelter.id()) || inUse.endsDrill(shelter, disaster))
                .map(disaster -> new PlacePage.Call(
                        "/office/shelters/disasters/" + disaster.id() + "/prepare",
                        words(disaster) + (inUse.endsDrill(shelter, disaster) ? "（ここでしている訓練は終わります）" : ""),
                        shelter.id().value(),
                        headquarters.newId()))
                .toList();
    }

    private static String words(Disaster disaster) {
        return (disaster.drill() ? "【訓練】" : "") + disaster.name();
    }
}
