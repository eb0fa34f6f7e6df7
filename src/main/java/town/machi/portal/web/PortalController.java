package town.machi.portal.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Town;
import town.machi.portal.Catalogue;
import town.machi.procedure.Definition;
import town.machi.procedure.LifeEvent;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.shell.Banner;
import town.machi.shell.HomeTile;
import town.machi.shell.SearchSource;
import town.machi.shell.Texts;

@Controller
class PortalController {

    private static final int ON_THE_FRONT_PAGE = 6;
    private static final String CERTIFICATE = "disaster-certificate";

    private final Procedures procedures;
    private final Town town;
    private final Clock clock;
    private final List<HomeTile> doors;
    private final List<SearchSource> sources;
    private final List<Banner> banners;

    PortalController(
            Procedures procedures,
            Town town,
            Clock clock,
            List<HomeTile> doors,
            List<SearchSource> sources,
            List<Banner> banners) {
        this.procedures = procedures;
        this.town = town;
        this.clock = clock;
        this.doors = doors;
        this.sources = sources;
        this.banners = banners;
    }

    @GetMapping("/")
    HomePage home(Texts texts) {
        List<HomeTile.Tile> tiles = doors.stream()
                .flatMap(door -> door.tiles(texts.language()).stream())
                .sorted(Comparator.comparingInt(HomeTile.Tile::order))
                .toList();
        List<ProcedureRow> rows = offered().stream()
                .limit(ON_THE_FRONT_PAGE)
                .map(definition -> ProcedureRow.of(definition, texts))
                .toList();
        return new HomePage(tiles, rows, hall(texts));
    }

    @GetMapping("/procedures")
    ProceduresPage procedures(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String section,
            Texts texts) {
        List<Definition> offered = offered();
        Predicate<Definition> chosen =
                definition -> (event.isEmpty() || definition.lifeEvents().contains(event))
                        && (section.isEmpty() || definition.section().value().equals(section));
        List<ProcedureRow> rows = Catalogue.find(offered, q, texts.language()).stream()
                .map(Catalogue.Match::definition)
                .filter(chosen)
                .map(definition -> ProcedureRow.of(definition, texts))
                .toList();
        return new ProceduresPage(q, events(offered, event, texts), sections(offered, section, texts), rows);
    }

    @GetMapping("/search")
    SearchPage search(@RequestParam(defaultValue = "") String q, Texts texts) {
        List<SearchSource.Hit> hits = q.isBlank()
                ? List.of()
                : sources.stream()
                        .flatMap(source -> source.search(q, texts.language()).stream())
                        .sorted(Comparator.comparingInt(hit -> -hit.score()))
                        .limit(50)
                        .toList();
        return new SearchPage(q.strip(), hits);
    }

    @GetMapping("/contact")
    ContactPage contact(Texts texts) {
        return new ContactPage(town.sections().stream()
                .map(section -> new ContactPage.Row(
                        section.id().value(),
                        SectionNames.in(section, texts.language()),
                        section.telephone(),
                        section.mail(),
                        section.place()))
                .toList());
    }

    @GetMapping("/now")
    NowPage now(Texts texts) {
        List<Banner.Item> items = banners.stream()
                .flatMap(banner -> banner.current(texts.language()).stream())
                .toList();
        boolean offersCertificate = offered().stream()
                .anyMatch(definition -> definition.name().value().equals(CERTIFICATE));
        return new NowPage(items, offersCertificate ? "/procedures/" + CERTIFICATE : null);
    }

    @GetMapping("/accessibility")
    AccessibilityPage accessibility() {
        return new AccessibilityPage();
    }

    @GetMapping("/policy")
    PolicyPage policy() {
        return new PolicyPage();
    }

    private List<Definition> offered() {
        return procedures.listPublished().stream().map(Published::definition).toList();
    }

    private HomePage.Hall hall(Texts texts) {
        ZonedDateTime now = clock.instant().atZone(BusinessCalendar.TOKYO);
        var hours = town.openingHours();
        boolean open = town.calendar().isOpen(now.toLocalDate())
                && !now.toLocalTime().isBefore(hours.opens())
                && now.toLocalTime().isBefore(hours.closes());
        boolean openLater = now.toLocalTime().isBefore(hours.opens());
        var next = town.calendar()
                .firstOpenFrom(openLater ? now.toLocalDate() : now.toLocalDate().plusDays(1));
        String words = open ? texts.get("portal.home.open", hours.closes()) : texts.get("portal.home.closed", next);
        String week = texts.get("portal.home.hours.value", hours.closes());
        return new HomePage.Hall(open, words, week, town.telephone(), town.municipality() + town.address());
    }

    private List<ProceduresPage.Choice> events(List<Definition> offered, String chosen, Texts texts) {
        return offered.stream()
                .flatMap(definition -> definition.lifeEvents().stream())
                .distinct()
                .sorted()
                .flatMap(event -> LifeEvent.find(event).stream())
                .map(event -> choice(
                        "event",
                        event.code(),
                        event.words().in(texts.language()),
                        event.code().equals(chosen)))
                .toList();
    }

    private List<ProceduresPage.Choice> sections(List<Definition> offered, String chosen, Texts texts) {
        return offered.stream()
                .map(Definition::section)
                .distinct()
                .map(id -> town.findSection(id).orElse(null))
                .filter(Objects::nonNull)
                .map(section -> choice(
                        "section",
                        section.id().value(),
                        SectionNames.in(section, texts.language()),
                        section.id().value().equals(chosen)))
                .toList();
    }

    private static ProceduresPage.Choice choice(String name, String value, String label, boolean chosen) {
        String href = "/procedures?" + name + "=" + UriUtils.encode(value, "UTF-8");
        return new ProceduresPage.Choice(href, label, chosen);
    }
}
