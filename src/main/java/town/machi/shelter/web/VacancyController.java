package town.machi.shelter.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.platform.Sheets;
import town.machi.shell.Texts;
import town.machi.shell.component.MapModel;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.vacancy.Board;

/// How full the shelters are, for everybody: page, JSON, CSV. All of it from memory.
@Controller
class VacancyController {

    private static final CacheControl SHORT =
            CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

    private final Board board;
    private final VacancyFeed feed;

    VacancyController(Board board, VacancyFeed feed) {
        this.board = board;
        this.feed = feed;
    }

    /// @param hazard shows the places to flee to when this happens
    @GetMapping("/shelters")
    VacancyPage page(@RequestParam(defaultValue = "") String hazard, Texts texts) {
        Board.Snapshot now = board.now();
        Hazard chosen = Hazard.find(hazard).orElse(null);
        VacancyPage.Open open = VacancyPage.Open.of(now.vacancies(), now.isReal(), texts);
        List<VacancyPage.Row> all = now.shelters().stream()
                .filter(shelter -> chosen == null || isForFleeing(shelter, chosen))
                .map(shelter -> VacancyPage.Row.of(shelter, texts))
                .toList();
        List<VacancyPage.Row> mapped = now.isReal() ? open.real() : open.drill();
        List<MapModel.Point> points = (mapped.isEmpty() ? all : mapped)
                .stream().map(VacancyPage.Row::point).filter(Objects::nonNull).toList();
        return new VacancyPage(
                VacancyPage.Happening.of(now.disasters()),
                open,
                MapModel.of(points),
                choices(chosen, texts),
                chosen == null ? null : all);
    }

    private static boolean isForFleeing(Shelter shelter, Hazard hazard) {
        return shelter.kind() != ShelterKind.WELFARE && shelter.hazards().contains(hazard);
    }

    private static List<VacancyPage.HazardChoice> choices(@Nullable Hazard chosen, Texts texts) {
        return Arrays.stream(Hazard.values())
                .map(hazard -> new VacancyPage.HazardChoice(
                        "/shelters?hazard=" + hazard.name() + "#flee", texts.get(hazard.key()), hazard == chosen))
                .toList();
    }

    @GetMapping("/api/v1/shelters")
    ResponseEntity<byte[]> json(@RequestHeader(name = "If-None-Match", defaultValue = "") String known) {
        VacancyFeed.Written written = feed.now();
        return answer(written, known, MediaType.APPLICATION_JSON).body(written.json());
    }

    @GetMapping("/api/v1/shelters.csv")
    ResponseEntity<byte[]> csv(@RequestHeader(name = "If-None-Match", defaultValue = "") String known) {
        VacancyFeed.Written written = feed.now();
        return answer(written, known, MediaType.parseMediaType(Sheets.CSV))
                .header("Content-Disposition", "attachment; filename=\"shelters.csv\"")
                .body(written.csv());
    }

    private static ResponseEntity.BodyBuilder answer(VacancyFeed.Written written, String known, MediaType type) {
        boolean same = known.contains(written.tag());
        return ResponseEntity.status(same ? 304 : 200)
                .cacheControl(SHORT)
                .header(HttpHeaders.ETAG, written.tag())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .contentType(type);
    }

    /// The words of a shelter's kind and use.
    static String kindKey(Shelter shelter) {
        return "shelter.kind."
                + shelter.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
