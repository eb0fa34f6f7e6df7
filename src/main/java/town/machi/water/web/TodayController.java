package town.machi.water.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.ProblemException;
import town.machi.shell.Assets;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.water.CrewDay;
import town.machi.water.CrewDays;
import town.machi.water.CrewId;
import town.machi.water.OrderSheet;
import town.machi.water.WorkOrders;
import town.machi.water.work.OrderSheets;

/// A crew's day on the phone.
@Controller
class TodayController {

    private final WaterStaff who;
    private final OrderSheets sheets;
    private final CrewDays days;
    private final WorkOrders works;
    private final CrewViews views;
    private final Assets assets;

    TodayController(
            WaterStaff who, OrderSheets sheets, CrewDays days, WorkOrders works, CrewViews views, Assets assets) {
        this.who = who;
        this.sheets = sheets;
        this.days = days;
        this.works = works;
        this.views = views;
        this.assets = assets;
    }

    /// @param said what just happened: `done`, `away`, `photo`
    @GetMapping("/office/water/today")
    Reply today(@RequestParam(defaultValue = "") String said) {
        Actor.Staff staff = who.require();
        Optional<CrewId> crew = sheets.findCrew(staff);
        List<OrderSheet> stops = crew.map(id -> sheets.list(new CrewDay(id, sheets.today()), staff, "today"))
                .orElse(List.of());
        Optional<CrewDay> next = crew.flatMap(sheets::findNextDay);
        List<OrderSheet> then =
                next.map(on -> sheets.list(on, staff, "next-day")).orElse(List.of());
        return views.today(new CrewViews.Ahead(crew, stops, next, then), days.listCrews(), staff, sentence(said));
    }

    /// With which crew somebody drives from now on.
    @PostMapping("/office/water/today/crew")
    Reply chooseCrew(@RequestParam UUID crew) {
        Actor.Staff staff = who.require();
        CrewId id = new CrewId(crew);
        if (days.listCrews().stream().noneMatch(known -> known.id().equals(id))) {
            throw new ProblemException(KernelProblem.NOT_FOUND);
        }
        works.join(staff.staffId(), id);
        return new Redirect("/office/water/today");
    }

    /// The program that keeps the pages of the day on the phone while there is no line.
    @GetMapping("/office/water/worker.js")
    ResponseEntity<byte[]> worker() {
        who.require();
        byte[] script =
                assets.find("js/water-worker.js").orElseThrow(() -> new ProblemException(KernelProblem.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .body(script);
    }

    private static @Nullable String sentence(String said) {
        return switch (said) {
            case "done" -> "報告を送りました。";
            case "away" -> "できなかったことを記録しました。作業票は、あらためて予定に入れます。";
            case "photo" -> "写真が届きました。";
            default -> null;
        };
    }
}
