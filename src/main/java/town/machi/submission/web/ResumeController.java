package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.ProblemException;
import town.machi.messaging.Mail;
import town.machi.platform.RateLimits;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.draft.Begun;
import town.machi.submission.draft.Drafts;
import town.machi.submission.draft.Resuming;
import town.machi.submission.seal.TownKey;

/// Going on on another device.
@Controller
class ResumeController {

    private final Doorkeeper door;
    private final Drafts drafts;
    private final Resuming resuming;
    private final RateLimits limits;
    private final TownKey key;

    ResumeController(Doorkeeper door, Drafts drafts, Resuming resuming, RateLimits limits, TownKey key) {
        this.door = door;
        this.drafts = drafts;
        this.resuming = resuming;
        this.limits = limits;
        this.key = key;
    }

    /// What one needs to go on elsewhere: number and passcode, or a link by mail.
    @GetMapping("/apply/{id}/resume")
    Reply show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean mailed,
            HttpServletRequest request,
            Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        return page(opened, Field.plain("to", texts.get("submission.resume.mail-label")), mailed);
    }

    private ResumePage page(Doorkeeper.Opened opened, Field mail, boolean mailed) {
        return new ResumePage(
                opened.base(),
                opened.draft().number(),
                key.passcode(opened.draft().id()),
                opened.draft().times().expiresAt(),
                mail,
                mailed);
    }

    @PostMapping("/apply/{id}/resume")
    Reply mail(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        String address = Normalizer.normalize(to.strip(), Normalizer.Form.NFKC);
        if (!Mail.isAddress(address)) {
            Field wrong = Field.plain("to", texts.get("submission.resume.mail-label"))
                    .value(to)
                    .error(texts.get("submission.mail-wrong"));
            return page(opened, wrong, false);
        }
        if (!limits.tryTake("submission.resume", id.toString(), 5, Duration.ofHours(1))) {
            throw new ProblemException(SubmissionProblem.TOO_MANY_TRIES);
        }
        resuming.mailLink(drafts.course(opened.draft()), address, texts);
        return new Redirect(opened.base().path() + "/resume?mailed=true");
    }

    /// The mailed link. It is used up by the button, not by looking: mail programs open links too.
    @GetMapping("/resume/{token}")
    Reply arrive(@PathVariable String token) {
        return new ArrivePage(token);
    }

    @PostMapping("/resume/{token}")
    Reply goOn(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Begun begun = resuming.open(token).orElseThrow(() -> new ProblemException(SubmissionProblem.LINK_OVER));
        door.giveDraft(begun.draft().id(), begun.secret(), request, response);
        return new Redirect("/apply/" + begun.draft().id());
    }
}
