package town.machi.water.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.Ids;
import town.machi.shell.Messages;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.water.OrderSheet;
import town.machi.water.VisitOutcome;
import town.machi.water.VisitReport;
import town.machi.water.WaterProblem;
import town.machi.water.WorkOrderId;
import town.machi.water.WorkOrders;
import town.machi.water.work.OrderSheets;
import town.machi.water.work.Photos;

/// What a crew reports of one order: as a form, or by the phone's outbox when the line is back.
@Controller
class VisitController {

    private final WaterStaff who;
    private final OrderSheets sheets;
    private final WorkOrders works;
    private final Photos photos;
    private final CrewViews views;
    private final Saying saying;

    VisitController(
            WaterStaff who, OrderSheets sheets, WorkOrders works, Photos photos, CrewViews views, Saying saying) {
        this.who = who;
        this.sheets = sheets;
        this.works = works;
        this.photos = photos;
        this.views = views;
        this.saying = saying;
    }

    @Component("waterVisitSaying")
    record Saying(Messages messages, Ids ids, Clock clock) {

        String of(Refusal refusal) {
            return messages.in(Language.JA).get(refusal);
        }
    }

    @GetMapping("/office/water/today/{id}")
    Reply show(@PathVariable UUID id) {
        OrderSheet sheet = sheet(id, who.require(), "open");
        return views.visit(sheet, VisitForm.empty(saying.ids().next()), null);
    }

    /// Without JavaScript: everything at once, the photo too.
    @PostMapping("/office/water/today/{id}")
    Reply report(
            @PathVariable UUID id, HttpServletRequest request, @RequestParam(required = false) MultipartFile photo) {
        Actor.Staff staff = who.require();
        OrderSheet sheet = sheet(id, staff, "report");
        VisitForm form = VisitForm.from(request::getParameter, nameOf(photo));
        Result result = take(sheet, form, staff);
        if (result.refusal() == null && photo != null && !photo.isEmpty()) {
            attach(UUID.fromString(form.visitId()), photo, staff);
        }
        return result.refusal() == null
                ? new Redirect("/office/water/today?said=" + (form.result().equals("DONE") ? "done" : "away"))
                : views.visit(sheet, form, saying.of(result.refusal()));
    }

    /// From the outbox of a phone: the report alone. The same one again is kept once.
    @PostMapping("/office/water/visits/{id}")
    ResponseEntity<Map<String, String>> send(@PathVariable UUID id, HttpServletRequest request) {
        Actor.Staff staff = who.require();
        OrderSheet sheet = sheet(id, staff, "report");
        Result result = take(sheet, VisitForm.from(request::getParameter, ""), staff);
        return answer(result.refusal());
    }

    /// From the outbox of a phone: the photo of a report that was sent before.
    @PostMapping("/office/water/visits/{id}/photo")
    ResponseEntity<Map<String, String>> sendPhoto(@PathVariable UUID id, @RequestParam MultipartFile photo) {
        return answer(attach(id, photo, who.require()).orElse(null));
    }

    /// By hand, where a photo that was spoken of never arrived.
    @PostMapping("/office/water/today/photo")
    Reply addPhoto(@RequestParam UUID visitId, @RequestParam MultipartFile photo) {
        Optional<Refusal> refusal = attach(visitId, photo, who.require());
        return new Redirect("/office/water/today" + (refusal.isEmpty() ? "?said=photo" : ""));
    }

    /// @param refusal null: it is kept
    private record Result(@Nullable Refusal refusal) {}

    private Result take(OrderSheet sheet, VisitForm form, Actor.Staff staff) {
        return switch (form.read(
                sheet.order().kind(), sheet.point(), saying.clock().instant())) {
            case VisitForm.Reading.Incomplete(Refusal refusal) -> new Result(refusal);
            case VisitForm.Reading.Report(VisitReport report) ->
                switch (works.report(sheet.order().id(), report, staff)) {
                    case VisitOutcome.Kept _ -> new Result(null);
                    case VisitOutcome.Refused(Refusal refusal) -> new Result(refusal);
                    case VisitOutcome.NotFound _ -> throw new ProblemException(WaterProblem.NO_SUCH_ORDER);
                };
        };
    }

    private ResponseEntity<Map<String, String>> answer(@Nullable Refusal refusal) {
        return refusal == null
                ? ResponseEntity.ok(Map.of("state", "kept"))
                : ResponseEntity.unprocessableContent()
                        .body(Map.of("state", "refused", "sentence", saying.of(refusal)));
    }

    private Optional<Refusal> attach(UUID visit, MultipartFile photo, Actor.Staff staff) {
        try (var content = photo.getInputStream()) {
            return photos.attach(visit, content, nameOf(photo), staff);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OrderSheet sheet(UUID id, Actor.Staff staff, String what) {
        return sheets.find(new WorkOrderId(id), staff, what)
                .orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_ORDER));
    }

    private static String nameOf(@Nullable MultipartFile photo) {
        if (photo == null || photo.isEmpty()) {
            return "";
        }
        String name = photo.getOriginalFilename();
        return name == null || name.isBlank() ? "photo.jpg" : name;
    }
}
