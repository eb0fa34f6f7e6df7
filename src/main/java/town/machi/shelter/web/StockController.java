package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
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
import town.machi.shelter.OpeningId;
import town.machi.shelter.jdbc.StockRows;
import town.machi.shelter.report.StockCount;
import town.machi.shelter.report.Supplies;

/// What a shelter has and asks for, written by whoever counted it.
@Controller
@RequestMapping("/office/shelters/openings/{id}/supplies")
class StockController {

    private static final int REMEMBERED = 30;

    private final StockRows stock;
    private final OpeningView view;
    private final AuditTrail audit;
    private final Headquarters headquarters;

    StockController(StockRows stock, OpeningView view, AuditTrail audit, Headquarters headquarters) {
        this.stock = stock;
        this.view = view;
        this.audit = audit;
        this.headquarters = headquarters;
    }

    @GetMapping
    Reply show(@PathVariable UUID id) {
        headquarters.staff();
        OpeningPage opening = view.page(new OpeningId(id), OverviewPage.Notice.NONE);
        List<StockPage.Row> rows = Stream.concat(
                        opening.numbers().supplies().stream().map(StockController::row),
                        Stream.of(StockPage.Row.EMPTY, StockPage.Row.EMPTY))
                .toList();
        return page(opening.head(), rows, new StockForm(new LinkedMultiValueMap<>()));
    }

    private static StockPage.Row row(Supplies.Line line) {
        return new StockPage.Row(line.item().name(), line.item().unit(), line.onHandText(), "", "");
    }

    @PostMapping
    Reply count(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed, @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        OpeningPage.Head head = view.head(new OpeningId(id));
        Instant now = headquarters.clock().instant();
        StockForm form = new StockForm(typed);
        StockCount count =
                form.read(onceId, head.opening().id(), head.disaster().startedAt(), now);
        if (count == null) {
            return page(head, form.rows(), form);
        }
        if (stock.add(count, now, staff)) {
            audit.record(AuditEntry.done(
                    staff, AuditAction.WRITE, head.opening().id().subject(), "supplies"));
        }
        return new Redirect(head.path() + "?done=noted#supplies");
    }

    private Reply page(OpeningPage.Head head, List<StockPage.Row> rows, StockForm form) {
        return new StockPage(
                head,
                rows,
                form.at(),
                form.faults(),
                stock.last(head.opening().id(), REMEMBERED),
                headquarters.newId());
    }
}
