package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import town.machi.form.Asked;
import town.machi.form.FieldFault;
import town.machi.form.Journey;
import town.machi.form.Slot;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.ProblemException;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.StoredFile;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.submission.draft.Course;
import town.machi.submission.draft.Drafts;

/// The files of a draft: one at a time in, and to look at.
@Controller
@RequestMapping({"/apply/{id}/files", "/office/file/{id}/files"})
class FileController {

    private final Doorkeeper door;
    private final Drafts drafts;
    private final Uploads uploads;
    private final Files files;

    FileController(Doorkeeper door, Drafts drafts, Uploads uploads, Files files) {
        this.door = door;
        this.drafts = drafts;
        this.uploads = uploads;
        this.files = files;
    }

    /// Answers with the question as it stands now.
    @PostMapping("/{path}")
    Object take(
            @PathVariable UUID id,
            @PathVariable String path,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        Course course = drafts.course(opened.draft());
        Journey.Step step = course.journey().steps().stream()
                .filter(some -> Course.findSlot(some, path).isPresent())
                .findFirst()
                .orElseThrow(FileController::missing);
        Slot slot = Course.findSlot(step, path)
                .filter(found -> found.question().type().equals("file"))
                .orElseThrow(FileController::missing);
        var refused = uploads.store(opened.draft(), step.id(), slot, file);
        if (refused.isPresent()) {
            return problem(refused.get(), texts);
        }
        Course after = drafts.course(drafts.find(id).orElseThrow(FileController::missing));
        Asked asked =
                new Asked(after.typed(step), List.of(), texts, opened.base().path() + "/files/");
        return (Reply) slot.type().ask(slot, asked);
    }

    private static ResponseEntity<ProblemDetail> problem(FieldFault fault, Texts texts) {
        ProblemDetail detail = ProblemDetail.forStatus(422);
        detail.setTitle(fault.in(texts));
        detail.setProperty("code", "file-refused");
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    @GetMapping("/{file}")
    ResponseEntity<Resource> look(@PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        Doorkeeper.Opened opened = door.open(id, request);
        StoredFile stored = files.find(new FileId(file))
                .filter(found -> found.owner().equals(opened.draft().owner()))
                .orElseThrow(FileController::missing);
        return sent(stored, files);
    }

    /// A file to look at; one that can only be downloaded is offered with its name.
    static ResponseEntity<Resource> sent(StoredFile stored, Files files) {
        ContentDisposition disposition = (stored.shownType().isPresent()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(stored.name(), java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(stored.shownType().orElse(stored.contentType())))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new InputStreamResource(
                        stored.shownType().isPresent() ? files.open(stored.id()) : files.openOriginal(stored.id())));
    }

    static ProblemException missing() {
        return new ProblemException(KernelProblem.NOT_FOUND);
    }
}
