package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.Ids;
import town.machi.procedure.Channel;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.submission.SubmissionFile;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.Submissions;
import town.machi.submission.draft.Begun;
import town.machi.submission.draft.Draft;
import town.machi.submission.draft.Drafts;

/// What the resident sees and may do once number and passcode were right. Every look is in the audit.
@Controller
@RequestMapping("/my/{id}")
class MyController {

    private final Doorkeeper door;
    private final Submissions submissions;
    private final Drafts drafts;
    private final Standings standings;
    private final Files files;
    private final Ids ids;

    MyController(Doorkeeper door, Submissions submissions, Drafts drafts, Standings standings, Files files, Ids ids) {
        this.door = door;
        this.submissions = submissions;
        this.drafts = drafts;
        this.standings = standings;
        this.files = files;
        this.ids = ids;
    }

    @GetMapping
    Reply show(@PathVariable UUID id, HttpServletRequest request, Texts texts) {
        return door.findLook(id, request)
                .<Reply>map(actor -> page(get(id), actor, texts, null))
                .orElseGet(() -> TrackController.over(texts));
    }

    private MyPage page(SubmissionFile file, Actor actor, Texts texts, @Nullable Refusal refusal) {
        return standings.page(file, actor, texts, refusal == null ? null : texts.get(refusal));
    }

    @PostMapping("/correct")
    Reply correct(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Texts texts) {
        Actor actor = door.requireLook(id, request);
        SubmissionFile file = get(id);
        if (!file.standing().isCorrectable()) {
            return page(file, actor, texts, Refusal.of("submission.refusal.nothing-open"));
        }
        Draft.Filling filling = new Draft.Filling(texts.language(), Channel.WEB, null);
        Begun begun = drafts.beginCorrection(file, filling);
        door.giveDraft(begun.draft().id(), begun.secret(), request, response);
        return new Redirect("/apply/" + begun.draft().id() + "/"
                + drafts.course(begun.draft()).firstPage());
    }

    @GetMapping("/withdraw")
    Reply askWithdraw(@PathVariable UUID id, HttpServletRequest request, Texts texts) {
        door.requireLook(id, request);
        return withdrawPage(id, ids.next(), texts, false);
    }

    @PostMapping("/withdraw")
    Reply withdraw(
            @PathVariable UUID id,
            @RequestParam UUID onceId,
            @RequestParam(defaultValue = "") Set<UUID> what,
            HttpServletRequest request,
            Texts texts) {
        Actor actor = door.requireLook(id, request);
        if (what.isEmpty()) {
            return withdrawPage(id, onceId, texts, true);
        }
        Optional<Refusal> refusal = submissions.withdrawSome(id, what, onceId, actor);
        return refusal.isPresent()
                ? page(get(id), actor, texts, refusal.get())
                : new Redirect("/my/" + id + "?withdrawn=true");
    }

    private WithdrawPage withdrawPage(UUID id, UUID onceId, Texts texts, boolean unsaid) {
        SubmissionFile file = get(id);
        return new WithdrawPage(
                id, onceId, standings.title(file, texts), standings.listWithdrawable(file, texts), unsaid);
    }

    @PostMapping("/leave")
    Reply leave(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        door.takeLook(id, request, response);
        return new Redirect("/track");
    }

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> look(@PathVariable UUID id, @PathVariable UUID file, HttpServletRequest request) {
        Actor actor = door.requireLook(id, request);
        standings.recordFile(id, file, actor);
        return files.find(new FileId(file))
                .filter(stored -> stored.owner().equals("submission:" + id))
                .map(stored -> FileController.sent(stored, files))
                .orElseThrow(FileController::missing);
    }

    private SubmissionFile get(UUID id) {
        return submissions.find(id).orElseThrow(() -> new ProblemException(SubmissionProblem.SUBMISSION_UNKNOWN));
    }
}
