package town.machi.water.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.platform.Ids;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.component.FieldError;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.SupplyPoints;
import town.machi.water.WaterProblem;
import town.machi.water.register.PointColumn;
import town.machi.water.register.PointReader;
import town.machi.water.register.PointRegister;

/// Adds a supply point or mends one.
@Controller
class PointEditController {

    private static final String NEW = RegisterController.PATH + "/new";
    private static final String EDIT = RegisterController.PATH + "/{id}/edit";

    private final PointRegister register;
    private final SupplyPoints points;
    private final WaterAccess access;
    private final Ids ids;

    PointEditController(PointRegister register, SupplyPoints points, WaterAccess access, Ids ids) {
        this.register = register;
        this.points = points;
        this.access = access;
        this.ids = ids;
    }

    @GetMapping(NEW)
    Reply blank() {
        access.staff();
        return page(null, new PointEditPage.Sent(0, ids.next()), Map.of(), List.of(), null);
    }

    /// A point's id is that of the request which added it.
    @PostMapping(NEW)
    Reply add(@RequestParam UUID onceId, HttpServletRequest request) {
        return save(null, new SupplyPointId(onceId), new PointEditPage.Sent(0, onceId), request);
    }

    @GetMapping(EDIT)
    Reply edit(@PathVariable String id) {
        SupplyPoint point = points.find(PointController.pointId(id), access.staff(), "edit")
                .orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_POINT));
        PointEditPage.Sent sent = new PointEditPage.Sent(point.revision(), ids.next());
        return page(point.id(), sent, PointRegister.cells(point), List.of(), null);
    }

    @PostMapping(EDIT)
    Reply save(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam UUID onceId,
            HttpServletRequest request) {
        SupplyPointId point = points.get(PointController.pointId(id)).id();
        return save(point, point, new PointEditPage.Sent(revision, onceId), request);
    }

    private Reply save(
            @Nullable SupplyPointId shown, SupplyPointId id, PointEditPage.Sent sent, HttpServletRequest request) {
        Actor.Staff staff = access.staff();
        Map<PointColumn, String> cells = PointBoxes.posted(request::getParameterValues);
        return switch (register.save(id, sent.revision(), cells, staff)) {
            case PointRegister.Saved.Done(SupplyPoint point) ->
                new Redirect(RegisterController.PATH + "/" + point.id());
            case PointRegister.Saved.Faulty(List<PointReader.Fault> faults) -> page(shown, sent, cells, faults, null);
            case PointRegister.Saved.Stale(SupplyPoint now) ->
                page(
                        shown,
                        new PointEditPage.Sent(now.revision(), ids.next()),
                        PointRegister.cells(now),
                        List.of(),
                        "ほかの人が先に直しました。今の内容を表示しています。確かめて、もう一度直してください。");
        };
    }

    private static PointEditPage page(
            @Nullable SupplyPointId id,
            PointEditPage.Sent sent,
            Map<PointColumn, String> cells,
            List<PointReader.Fault> faults,
            @Nullable String stale) {
        return new PointEditPage(
                id == null ? "給水装置を加える" : "給水装置を直す",
                id == null ? NEW : RegisterController.PATH + "/" + id + "/edit",
                sent,
                new PointBoxes(cells, faults).groups(),
                faults.stream()
                        .map(fault -> FieldError.at(PointBoxes.name(fault.column()), fault.sentence()))
                        .toList(),
                stale);
    }
}
