package town.machi.shelter.web;

import java.util.Arrays;
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
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.Shelters;
import town.machi.shelter.jdbc.InquiryRows;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.missing.FollowUp;
import town.machi.shelter.missing.FollowUps;
import town.machi.shelter.missing.Whereabouts;

/// Who of the 避難行動要支援者名簿 is missing: matched by staff, called, noted, printed.
@Controller
@RequestMapping("/office/supported/of/{id}")
class MissingController {

    private final FollowUps followUps;
    private final OpeningRows disasters;
    private final InquiryRows places;
    private final MissingView view;
    private final SupportDesk desk;
    private final Shelters shelters;

    MissingController(
            FollowUps followUps,
            OpeningRows disasters,
            InquiryRows places,
            MissingView view,
            SupportDesk desk,
            Shelters shelters) {
        this.followUps = followUps;
        this.disasters = disasters;
        this.places = places;
        this.view = view;
        this.desk = desk;
        this.shelters = shelters;
    }

    /// What is looked at; each may be absent.
    ///
    /// @param show `all`: with those who are found
    /// @param shelter only those whose plan leads there
    record Asked(
            @Nullable String district,
            @Nullable String show,
            @Nullable UUID shelter,
            @Nullable Integer page) {

        MissingPage.Filter filter() {
            return new MissingPage.Filter(
                    district == null ? "" : district, "all".equals(show), shelter == null ? "" : shelter.toString());
        }

        int number() {
            return page == null ? 1 : page;
        }
    }

    @GetMapping
    Reply show(
            @PathVariable UUID id,
            Asked asked,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String refused) {
        return page(get(id), asked, OverviewPage.Notice.of(done, refused), MissingPage.Typed.NOTHING, desk.staff());
    }

    private MissingPage page(
            Disaster disaster, Asked asked, OverviewPage.Notice notice, MissingPage.Typed typed, Actor.Staff staff) {
        MissingPage.Filter filter = asked.filter();
        List<Whereabouts> all = followUps.look(disaster, staff.has(Role.DECIDER), "missing", staff);
        Map<UUID, String> names = places.places(disaster.id());
        String path = "/office/supported/of/" + disaster.id() + filter.query() + "&page=";
        String shelter = shelter(asked);
        List<Whereabouts> going = view.goingTo(shelter, all);
        var paging = Paging.of(view.chosen(going, filter), asked.number(), path);
        return new MissingPage(
                notice,
                disaster,
                filter,
                shelter,
                view.lines(going),
                view.line("", "すべての地区", going),
                paging.rows().stream().map(each -> view.row(each, names)).toList(),
                paging.pager(),
                typed);
    }

    /// The list to call by, on paper: a pen goes on with it.
    @GetMapping("/call-list")
    Reply callList(@PathVariable UUID id, Asked asked) {
        Actor.Staff staff = desk.staff();
        Disaster disaster = get(id);
        List<Whereabouts> all = followUps.look(disaster, staff.has(Role.DECIDER), "call-list", staff);
        Map<UUID, String> names = places.places(disaster.id());
        return new MissingListPage(
                disaster,
                view.name(asked.filter().district()),
                view.chosen(view.goingTo(shelter(asked), all), asked.filter()).stream()
                        .map(each -> view.row(each, names))
                        .toList());
    }

    /// What somebody said. With a fault the page comes again, and what was typed stands in it.
    @PostMapping("/said")
    Reply said(
            @PathVariable UUID id,
            Asked asked,
            @RequestParam UUID supported,
            @RequestParam FollowUp.Kind kind,
            @RequestParam UUID onceId,
            @RequestParam Map<String, String> typed) {
        Actor.Staff staff = desk.staff();
        Disaster disaster = get(id);
        var said = new FollowUps.Said(
                onceId,
                supported,
                kind,
                place(typed.getOrDefault("place", "")),
                typed.getOrDefault("toldBy", ""),
                typed.getOrDefault("words", ""));
        Optional<Refusal> refused = followUps.note(disaster, said, staff);
        return refused.<Reply>map(refusal -> page(
                        disaster,
                        asked,
                        new OverviewPage.Notice("", refusal.key()),
                        new MissingPage.Typed(supported, typed),
                        staff))
                .orElseGet(() -> back(disaster, asked, "&done=noted"));
    }

    /// Somebody in a shelter is this person, or is not.
    @PostMapping("/settle")
    Reply settle(
            @PathVariable UUID id,
            Asked asked,
            @RequestParam UUID supported,
            @RequestParam UUID person,
            @RequestParam boolean same) {
        Actor.Staff staff = desk.staff();
        Disaster disaster = get(id);
        return followUps
                .settle(disaster, supported, person, same, staff)
                .map(refusal ->
                        back(disaster, asked, "&refused=" + refusal.key().replace("shelter.refused.", "")))
                .orElseGet(() -> back(disaster, asked, "&done=settled"));
    }

    /// Its name; empty where none is asked for.
    private String shelter(Asked asked) {
        UUID id = asked.shelter();
        return id == null ? "" : shelters.get(new ShelterId(id)).name();
    }

    private static Reply back(Disaster disaster, Asked asked, String what) {
        return new Redirect(
                "/office/supported/of/" + disaster.id() + asked.filter().query() + "&page=" + asked.number() + what);
    }

    private static FollowUp.@Nullable Place place(String typed) {
        return Arrays.stream(FollowUp.Place.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private Disaster get(UUID id) {
        return disasters
                .findDisaster(new DisasterId(id))
                .orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_DISASTER));
    }
}
