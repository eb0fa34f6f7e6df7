package town.machi.submission.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.form.Journey;
import town.machi.form.Slot;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.Receipt;
import town.machi.submission.SubmissionFile;
import town.machi.submission.Submissions;
import town.machi.submission.jdbc.DraftRows;
import town.machi.submission.seal.TownKey;

/// Sends a draft, once: whoever presses twice, or on two devices, gets the first outcome.
@Component
public class Postbox {

    /// How long the page with the receipt can be opened again.
    private static final Duration RECEIPT_SHOWN = Duration.ofDays(2);

    private final Drafts drafts;
    private final DraftRows rows;
    private final Submissions submissions;
    private final TownKey key;
    private final Drafts.Making making;

    Postbox(Drafts drafts, DraftRows rows, Submissions submissions, TownKey key, Drafts.Making making) {
        this.drafts = drafts;
        this.rows = rows;
        this.submissions = submissions;
        this.key = key;
        this.making = making;
    }

    @Transactional
    public Sending send(UUID id, Actor actor, Language language) {
        Draft draft = rows.lock(id).orElseThrow(Drafts::gone);
        if (draft.isSent()) {
            return new Sending.Sent(getReceipt(draft));
        }
        Course course = drafts.course(draft);
        List<Journey.Step> unfinished = course.journey().steps().stream()
                .filter(step ->
                        course.isPending(step) || !course.journey().faults(step).isEmpty())
                .toList();
        if (!unfinished.isEmpty()) {
            return new Sending.Unfinished(course, unfinished);
        }
        return draft.content().correcting().isPresent()
                ? sendCorrection(course, draft.content().correcting().get(), actor)
                : sendNew(course, actor, language);
    }

    private Sending sendNew(Course course, Actor actor, Language language) {
        Draft draft = course.draft();
        Filing.Sender sender = new Filing.Sender(
                actor, draft.filling().channel(), draft.filling().typist(), language, mail(course));
        Filing filing = new Filing(draft.id(), null, draft.number(), course.published(), draft.answers(), sender);
        return switch (submissions.file(filing)) {
            case FilingOutcome.Accepted(Receipt receipt, boolean _) -> {
                close(draft);
                yield new Sending.Sent(receipt);
            }
            case FilingOutcome.Incomplete(List<FieldFault> faults) -> unfinished(drafts.course(draft), faults);
        };
    }

    /// What was complete a moment ago is not any more (somebody else took the day): the page that asks for it is open
    /// again.
    private static Sending unfinished(Course course, List<FieldFault> faults) {
        List<Journey.Step> steps = course.journey().steps().stream()
                .filter(step -> !course.journey().faults(step).isEmpty()
                        || faults.stream().anyMatch(fault -> asks(step, fault)))
                .toList();
        return new Sending.Unfinished(course, steps);
    }

    private static boolean asks(Journey.Step step, FieldFault fault) {
        return step.slots().stream().anyMatch(slot -> Answers.belongsTo(slot.path(), fault.path()));
    }

    private Sending sendCorrection(Course course, Draft.Correcting correcting, Actor actor) {
        Draft draft = course.draft();
        Optional<Refusal> refusal = submissions.correct(correcting.submission(), draft.id(), course.journey(), actor);
        if (refusal.isPresent()) {
            return new Sending.Refused(course, refusal.get());
        }
        close(draft);
        return new Sending.Sent(getReceipt(draft));
    }

    private void close(Draft draft) {
        Instant now = making.now();
        rows.close(draft.id(), now, now.plus(RECEIPT_SHOWN));
    }

    /// The receipt of a draft that was sent.
    public Receipt getReceipt(Draft draft) {
        UUID submission =
                draft.content().correcting().map(Draft.Correcting::submission).orElse(draft.id());
        SubmissionFile file = submissions.find(submission).orElseThrow(Drafts::gone);
        return new Receipt(
                submission, file.receipt(), key.passcode(submission), file.way().filedAt());
    }

    /// Where the resident wants to hear: the form's own first mail address, else what was given on the last page.
    public static @Nullable String mail(Course course) {
        return course.journey().steps().stream()
                .flatMap(step -> step.slots().stream())
                .filter(slot -> slot.question().type().equals("mail"))
                .map(Slot::path)
                .map(path -> course.draft().answers().text(path))
                .filter(mail -> !mail.isEmpty())
                .findFirst()
                .orElse(course.draft().content().mail());
    }
}
