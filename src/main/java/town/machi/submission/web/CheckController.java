package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.form.Journey;
import town.machi.form.ShownPage;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.messaging.Mail;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.draft.Course;
import town.machi.submission.draft.Draft;
import town.machi.submission.draft.Drafts;
import town.machi.submission.draft.Postbox;
import town.machi.submission.draft.Sending;

/// The last look, and the button that sends.
@Controller
@RequestMapping({"/apply/{id}", "/office/file/{id}"})
class CheckController {

    private final Doorkeeper door;
    private final Drafts drafts;
    private final Postbox postbox;
    private final Receipts receipts;

    CheckController(Doorkeeper door, Drafts drafts, Postbox postbox, Receipts receipts) {
        this.door = door;
        this.drafts = drafts;
        this.postbox = postbox;
        this.receipts = receipts;
    }

    @GetMapping("/check")
    Reply check(@PathVariable UUID id, HttpServletRequest request, Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        if (opened.draft().isSent()) {
            return new Redirect(opened.base().path() + "/done");
        }
        Course course = drafts.course(opened.draft());
        return page(opened.base(), course, texts, mailField(course, texts), null);
    }

    @PostMapping("/send")
    Reply send(
            @PathVariable UUID id,
            @RequestParam(name = "_mail", defaultValue = "") String mail,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        Base base = opened.base();
        String address = java.text.Normalizer.normalize(mail.strip(), java.text.Normalizer.Form.NFKC);
        if (!opened.draft().isSent() && !address.isEmpty()) {
            if (!Mail.isAddress(address)) {
                Course course = drafts.course(opened.draft());
                Field wrong = field(texts, mail).error(texts.get("submission.mail-wrong"));
                return page(base, course, texts, wrong, null);
            }
            drafts.setMail(id, address);
        }
        Language language = base.office() ? opened.draft().filling().language() : texts.language();
        return switch (postbox.send(id, opened.actor(), language)) {
            case Sending.Sent(var receipt) -> {
                if (!base.office()) {
                    door.giveLook(receipt.submission(), request, response);
                }
                yield new Redirect(base.path() + "/done");
            }
            case Sending.Unfinished(Course course, var _) ->
                page(base, course, texts, mailField(course, texts), texts.get("submission.unfinished"));
            case Sending.Refused(Course course, var refusal) ->
                page(base, course, texts, mailField(course, texts), texts.get(refusal));
        };
    }

    @GetMapping("/done")
    Reply done(@PathVariable UUID id, HttpServletRequest request, Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        Draft draft = opened.draft();
        return draft.isSent()
                ? receipts.page(opened, request, texts, null)
                : new Redirect(opened.base().check());
    }

    /// 「自分にメールで送る」.
    @PostMapping("/done/mail")
    Reply mailReceipt(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        if (!opened.draft().isSent()) {
            throw new ProblemException(SubmissionProblem.DRAFT_GONE);
        }
        return receipts.mail(opened, request, to, texts);
    }

    /// 「お知らせをLINEで受け取る」.
    @PostMapping("/done/line")
    Reply chooseLine(@PathVariable UUID id, HttpServletRequest request) {
        Doorkeeper.Opened opened = door.open(id, request);
        if (!opened.draft().isSent()) {
            throw new ProblemException(SubmissionProblem.DRAFT_GONE);
        }
        return receipts.chooseLine(opened, request);
    }

    private CheckPage page(Base base, Course course, Texts texts, @Nullable Field mail, @Nullable String refusal) {
        List<FieldError> unfinished = course.journey().steps().stream()
                .filter(step ->
                        course.isPending(step) || !course.journey().faults(step).isEmpty())
                .map(step -> unfinished(base, step, texts))
                .toList();
        return new CheckPage(base, course, ShownPage.of(course.journey(), texts), unfinished, mail, refusal);
    }

    private static FieldError unfinished(Base base, Journey.Step step, Texts texts) {
        return new FieldError(
                base.page(step.id()) + "?from=check",
                texts.get("submission.page-unfinished", step.page().title().in(texts.language())));
    }

    private static @Nullable Field mailField(Course course, Texts texts) {
        boolean asked = course.draft().content().correcting().isPresent()
                || course.journey().steps().stream()
                        .flatMap(step -> step.slots().stream())
                        .anyMatch(slot -> slot.question().type().equals("mail"));
        String known = course.draft().content().mail();
        return asked ? null : field(texts, known == null ? "" : known);
    }

    private static Field field(Texts texts, String value) {
        return Field.optional("_mail", texts.get("submission.mail-label"))
                .hint(texts.get("submission.mail-hint"))
                .value(value);
    }
}
