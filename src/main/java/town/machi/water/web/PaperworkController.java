package town.machi.water.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.StoredFile;
import town.machi.water.CrewDay;
import town.machi.water.CrewId;
import town.machi.water.OrderSheet;
import town.machi.water.WaterProblem;
import town.machi.water.WorkOrderId;
import town.machi.water.work.CrewPapers;
import town.machi.water.work.OrderSheets;

/// The papers of a crew, and the photos that it took.
@Controller
class PaperworkController {

    private final WaterStaff who;
    private final OrderSheets sheets;
    private final CrewPapers papers;
    private final Files files;
    private final AuditTrail audit;

    PaperworkController(WaterStaff who, OrderSheets sheets, CrewPapers papers, Files files, AuditTrail audit) {
        this.who = who;
        this.sheets = sheets;
        this.papers = papers;
        this.files = files;
        this.audit = audit;
    }

    /// 作業日報: a crew's day in driving order.
    @GetMapping("/office/water/day-sheet.pdf")
    ResponseEntity<byte[]> daySheet(@RequestParam UUID crew, @RequestParam LocalDate day) {
        Actor.Staff staff = who.require();
        CrewDay on = new CrewDay(new CrewId(crew), day);
        byte[] pdf = papers.daySheet(on, sheets.list(on, staff, "day-sheet"));
        return shown("作業票一覧_" + day + ".pdf", MediaType.APPLICATION_PDF).body(pdf);
    }

    /// 不在票
    @GetMapping("/office/water/today/{id}/slip.pdf")
    ResponseEntity<byte[]> slip(@PathVariable UUID id) {
        OrderSheet sheet = sheets.find(new WorkOrderId(id), who.require(), "slip")
                .orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_ORDER));
        return shown("不在票.pdf", MediaType.APPLICATION_PDF).body(papers.slip(sheet));
    }

    @GetMapping("/office/water/photos/{id}")
    ResponseEntity<InputStreamResource> photo(@PathVariable UUID id) {
        Actor.Staff staff = who.require();
        StoredFile file = files.find(new FileId(id))
                .filter(found -> found.owner().startsWith("water.visit:"))
                .filter(found -> found.shownType().isPresent())
                .orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_ORDER));
        audit.record(AuditEntry.done(staff, AuditAction.READ, file.owner(), "photo"));
        return shown(file.name(), MediaType.parseMediaType(file.shownType().get()))
                .body(new InputStreamResource(files.open(file.id())));
    }

    private static ResponseEntity.BodyBuilder shown(String name, MediaType type) {
        ContentDisposition inline = ContentDisposition.inline()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header("Content-Disposition", inline.toString());
    }
}
