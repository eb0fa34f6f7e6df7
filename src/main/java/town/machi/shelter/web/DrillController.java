package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.ProblemException;
import town.machi.shell.Download;
import town.machi.shell.Reply;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.jdbc.DeskRows;
import town.machi.shelter.jdbc.InquiryRows;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ReportRows;
import town.machi.shelter.report.DrillReport;

/// How a drill went: for the talk after it, and as a table to take away. No names.
@Controller
@RequestMapping("/office/shelters/reports/{id}")
class DrillController {

    private final OpeningRows openings;
    private final ReportRows rows;
    private final InquiryRows places;
    private final DeskRows desks;
    private final AuditTrail audit;
    private final Headquarters headquarters;

    DrillController(
            OpeningRows openings,
            ReportRows rows,
            InquiryRows places,
            DeskRows desks,
            AuditTrail audit,
            Headquarters headquarters) {
        this.openings = openings;
        this.rows = rows;
        this.places = places;
        this.desks = desks;
        this.audit = audit;
        this.headquarters = headquarters;
    }

    @GetMapping("/drill")
    Reply show(@PathVariable UUID id) {
        headquarters.staff();
        Disaster drill = get(id);
        return new DrillPage(drill, report(drill), names(drill), desks.numbers(), rows.brokenOff(drill.id()));
    }

    @GetMapping("/drill.{ending:csv|xlsx}")
    ResponseEntity<byte[]> table(@PathVariable UUID id, @PathVariable String ending) {
        var staff = headquarters.staff();
        Disaster drill = get(id);
        audit.record(AuditEntry.done(staff, AuditAction.EXPORT, drill.id().subject(), "drill." + ending));
        DrillSheet sheet = new DrillSheet(report(drill), names(drill), desks.numbers());
        return new Download("訓練の報告", "訓練の報告", DrillSheet.HEADER, sheet.rows().stream()).as(ending);
    }

    private DrillReport report(Disaster drill) {
        List<UUID> ids = openings.of(drill.id()).stream()
                .map(opening -> opening.id().value())
                .toList();
        return DrillReport.of(rows.events(ids, Instant.now(headquarters.clock())));
    }

    private Map<UUID, String> names(Disaster drill) {
        return places.places(drill.id());
    }

    /// Only of a drill: of the real thing nobody is timed.
    private Disaster get(UUID id) {
        return openings.findDisaster(new DisasterId(id))
                .filter(Disaster::drill)
                .orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_DISASTER));
    }
}
