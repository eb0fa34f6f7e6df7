package town.machi.shelter.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Destination;
import town.machi.shelter.OpeningId;
import town.machi.shelter.Openings;
import town.machi.shelter.Openings.Outcome;
import town.machi.shelter.SafetyCheck;
import town.machi.shelter.ShelterId;

/// One opening: open it, close it, say that it is full or cannot be used.
@Controller
@RequestMapping("/office/shelters/openings/{id}")
class OpeningController {

    private final Openings openings;
    private final OpeningView view;
    private final Headquarters headquarters;

    OpeningController(Openings openings, OpeningView view, Headquarters headquarters) {
        this.openings = openings;
        this.view = view;
        this.headquarters = headquarters;
    }

    @GetMapping
    Reply show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String refused) {
        headquarters.staff();
        return view.page(new OpeningId(id), OverviewPage.Notice.of(done, refused));
    }

    @PostMapping("/open")
    Reply open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> safety,
            @RequestParam int revision,
            @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        Set<SafetyCheck> ticked = Arrays.stream(SafetyCheck.values())
                .filter(check -> safety.contains(check.name()))
                .collect(Collectors.toSet());
        return back(
                id,
                openings.open(new OpeningId(id), ticked, revision, onceId, staff),
                view.isDrill(new OpeningId(id)) ? "open-drill" : "open");
    }

    @PostMapping("/unusable")
    Reply unusable(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String alternative,
            @RequestParam int revision,
            @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        UUID other = uuid(alternative);
        ShelterId instead = other == null ? null : new ShelterId(other);
        return back(
                id, openings.declareUnusable(new OpeningId(id), reason, instead, revision, onceId, staff), "unusable");
    }

    @PostMapping("/full")
    Reply full(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "yes") String full,
            @RequestParam int revision,
            @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        return back(id, openings.forceFull(new OpeningId(id), full.equals("yes"), revision, onceId, staff), "full");
    }

    /// @param to a [Destination], or the id of the opening where they go; empty: nobody is inside
    @PostMapping("/close")
    Reply close(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam int revision,
            @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        UUID other = uuid(to);
        Destination destination = other != null
                ? Destination.SHELTER
                : List.of(Destination.values()).stream()
                        .filter(each -> each.name().equals(to.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(null);
        OpeningId next = other == null ? null : new OpeningId(other);
        return back(id, openings.close(new OpeningId(id), destination, next, revision, onceId, staff), "closed");
    }

    private static Reply back(UUID id, Outcome outcome, String done) {
        return new Redirect("/office/shelters/openings/" + id + Headquarters.query(outcome, done));
    }

    private static @Nullable UUID uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }
}
