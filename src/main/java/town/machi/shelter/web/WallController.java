package town.machi.shelter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Kana;
import town.machi.kernel.ProblemException;
import town.machi.platform.Ids;
import town.machi.platform.RateLimits;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shelter.DeskProblem;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Shelters;
import town.machi.shelter.entrance.WallVisit;
import town.machi.shelter.entrance.WallVisits;

/// What the code on a shelter's wall opens: evacuees write on their own phone who they are, and get a number
/// to show
/// at the desk.
@Controller
class WallController {

    private static final int LONGEST = 60;
    private static final int TRIES = 20;
    private static final Duration PER = Duration.ofMinutes(10);

    private final Shelters shelters;
    private final WallVisits visits;
    private final RateLimits limits;
    private final Ids ids;

    WallController(Shelters shelters, WallVisits visits, RateLimits limits, Ids ids) {
        this.shelters = shelters;
        this.visits = visits;
        this.limits = limits;
        this.ids = ids;
    }

    @GetMapping("/here/{shelter}")
    Reply ask(@PathVariable UUID shelter) {
        Shelter found = shelters.get(new ShelterId(shelter));
        return WallPage.empty(at(found), ids.next());
    }

    @PostMapping("/here/{shelter}")
    Reply take(
            @PathVariable UUID shelter,
            @RequestParam UUID onceId,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Texts texts) {
        Shelter found = shelters.get(new ShelterId(shelter));
        if (!limits.tryTake("shelter.wall", request.getRemoteAddr(), TRIES, PER)) {
            throw new ProblemException(DeskProblem.TOO_MANY_TRIES);
        }
        List<WallVisit.Person> people = people(typed);
        WallPage.At at = at(found);
        if (!at.open() || people.isEmpty()) {
            return WallPage.again(at, onceId, typed, texts.get("desk.wall.empty"));
        }
        return visits.begin(onceId, found.id(), people)
                .<Reply>map(visit -> new Redirect("/here/" + shelter + "/" + visit.id()))
                .orElseGet(() -> WallPage.again(at, onceId, typed, texts.get("desk.wall.busy")));
    }

    @GetMapping("/here/{shelter}/{visit}")
    Reply number(@PathVariable UUID shelter, @PathVariable UUID visit, Texts texts) {
        Shelter found = shelters.get(new ShelterId(shelter));
        return visits.find(visit)
                .<Reply>map(each -> new WallNumberPage(
                        at(found),
                        each.number(),
                        each.people().size(),
                        texts.days().moment(each.goodUntil())))
                .orElseGet(() -> new Redirect("/here/" + shelter));
    }

    private WallPage.At at(Shelter shelter) {
        boolean open = shelters.listLive().stream()
                .anyMatch(opening -> opening.shelter().equals(shelter.id()) && opening.state() == OpeningState.OPEN);
        return new WallPage.At(shelter.name(), open, InUse.now(shelters).isDrill(shelter.id()));
    }

    private List<WallVisit.Person> people(Map<String, String> typed) {
        List<WallVisit.Person> people = new ArrayList<>();
        for (int i = 0; i < WallPage.MOST; i++) {
            String name = cut(typed.getOrDefault("name" + i, ""));
            if (!name.isEmpty()) {
                boolean isKana = Kana.isKana(name);
                String sex = typed.getOrDefault("sex" + i, "");
                people.add(new WallVisit.Person(
                        ids.next(),
                        isKana ? "" : name,
                        isKana ? Kana.normalised(name) : "",
                        year(typed.getOrDefault("birth" + i, "")),
                        sex.matches("[FMX]") ? sex : ""));
            }
        }
        return people;
    }

    private static String cut(String text) {
        String plain = text.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /// A year of four digits; whatever else was typed, the desk asks.
    private static String year(String typed) {
        String plain = Kana.normalised(typed);
        return plain.matches("(19|20)\\d\\d") ? plain : "";
    }
}
