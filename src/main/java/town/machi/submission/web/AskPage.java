package town.machi.submission.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.machi.form.Asked;
import town.machi.form.FieldFault;
import town.machi.form.Journey;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.kernel.Passcode;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.FieldError;
import town.machi.submission.Advice;
import town.machi.submission.draft.Course;

/// One page of a form.
///
/// @param again it is shown again because of faults
/// @param passcode with the draft's number it opens the draft on another device
record AskPage(
        Base base, Course course, Journey.Step step, List<Template> questions, List<FieldError> errors, Look look)
        implements Template {

    /// @param way where else to turn after a refusal; null: nowhere
    record Look(
            boolean again,
            boolean fromCheck,
            Passcode passcode,
            @Nullable String message,
            Advice.@Nullable Way way) {}

    static AskPage of(Base base, Course course, Journey.Step step, Shown shown, Look look) {
        Asked asked = new Asked(shown.typed(), shown.faults(), shown.texts(), base.path() + "/files/");
        List<Template> questions =
                step.slots().stream().map(slot -> slot.type().ask(slot, asked)).toList();
        List<FieldError> errors = shown.faults().stream()
                .map(fault -> FieldError.at(fault.path(), fault.in(shown.texts())))
                .toList();
        return new AskPage(base, course, step, questions, errors, look);
    }

    /// What stands in the boxes, what is wrong with it, and in whose words it is said.
    record Shown(Typed typed, List<FieldFault> faults, Texts texts) {}

    @Override
    public int status() {
        return look.again() ? 422 : 200;
    }

    boolean takesFiles() {
        return step.slots().stream()
                .anyMatch(slot -> slot.question().type().equals("file")
                        || slot.question().children().stream()
                                .anyMatch(child -> child.type().equals("file")));
    }

    Journey.Progress progress() {
        return course.journey().progress(step.id());
    }

    /// Where 「前のページに戻る」 leads.
    String back() {
        Optional<Journey.Step> previous = course.journey().previous(step.id());
        return previous.map(before -> base.page(before.id())).orElseGet(this::before);
    }

    /// Where one came from: what was sent, the office's list, or the procedure's page.
    private String before() {
        var correcting = course.draft().content().correcting();
        if (correcting.isPresent()) {
            return base.office() ? "/office" : "/my/" + correcting.get().submission();
        }
        return base.office()
                ? "/office/file"
                : "/procedures/" + course.published().name();
    }

    /// The message key of the words on that link.
    String backWords() {
        if (!isFirst() || base.office()) {
            return "submission.back";
        }
        return course.draft().content().correcting().isPresent() ? "submission.back-my" : "submission.back-first";
    }

    boolean isFirst() {
        return course.journey().previous(step.id()).isEmpty();
    }

    String procedureTitle(Texts texts) {
        return course.published().definition().title().in(texts.language());
    }

    String title(Texts texts) {
        return step.page().title().in(texts.language());
    }

    boolean isCorrection() {
        return course.mends();
    }

    /// Whether the reader sees Japanese because nobody has written the translation.
    boolean isUntranslated(Texts texts) {
        return step.page().title().missingIn(texts.language())
                || step.slots().stream().map(Slot::label).anyMatch(label -> label.missingIn(texts.language()));
    }
}
