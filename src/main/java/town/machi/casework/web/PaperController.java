package town.machi.casework.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.desk.Exports;
import town.machi.casework.desk.Handing;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.StoredFile;
import town.machi.shell.Reply;
import town.machi.submission.Filed;

/// The files of a case, the case on paper, and the trace of cases that were given away.
@Controller
class PaperController {

    private final Exports exports;
    private final Files files;
    private final CaseView view;
    private final Handing handing;
    private final GivenView given;
    private final Context context;

    PaperController(Exports exports, Files files, CaseView view, Handing handing, GivenView given, Context context) {
        this.exports = exports;
        this.files = files;
        this.view = view;
        this.handing = handing;
        this.given = given;
        this.context = context;
    }

    /// The file as it may be shown; with `original`, as it was handed in, for evidence.
    @GetMapping("/office/cases/{id}/files/{fileId}")
    ResponseEntity<Resource> file(
            @PathVariable String id,
            @PathVariable String fileId,
            @RequestParam(defaultValue = "false") boolean original) {
        Actor.Staff staff = context.staff();
        Filed.FileRef ref = exports.file(CaseIds.get(id), fileId, staff).orElseThrow(() -> missing());
        StoredFile stored = files.get(new FileId(ref.id()));
        boolean shown = !original && stored.shownType().isPresent();
        String type = shown ? stored.shownType().orElseThrow() : stored.contentType();
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(stored.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(new InputStreamResource(shown ? files.open(stored.id()) : files.openOriginal(stored.id())));
    }

    @GetMapping("/office/cases/{id}/print")
    Reply print(@PathVariable String id) {
        Actor.Staff staff = context.staff();
        Exports.Told told = exports.history(CaseIds.get(id), "print", staff).orElseThrow(() -> missing());
        CasePage page = view.page(told.file(), staff, CasePage.Notice.NONE, CasePage.Typed.NOTHING, 200);
        return new CasePrintPage(
                page.head(), page.answers(), page.history(), page.hands().assignee());
    }

    @GetMapping("/office/given")
    Reply given() {
        return new GivenPage(
                handing.listGivenAway(context.staff()).stream().map(given::line).toList());
    }

    private static ProblemException missing() {
        return new ProblemException(CaseworkProblem.NO_SUCH_CASE);
    }
}
