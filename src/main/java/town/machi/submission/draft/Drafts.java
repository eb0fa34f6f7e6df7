package town.machi.submission.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.form.Forms;
import town.machi.form.Giver;
import town.machi.form.Intake;
import town.machi.form.Journey;
import town.machi.form.Slot;
import town.machi.form.Taken;
import town.machi.form.Typed;
import town.machi.kernel.ProblemException;
import town.machi.platform.Ids;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.procedure.Question;
import town.machi.submission.ReceiptNumbers;
import town.machi.submission.SubmissionFile;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.jdbc.DraftRows;
import town.machi.submission.jdbc.TypedJson;
import town.machi.submission.seal.Token;

/// Filling in a form, page by page. Nothing that was typed is lost: what is not an answer yet is kept as typed.
@Component
public class Drafts {

    private final DraftRows rows;
    private final Procedures procedures;
    private final Forms forms;
    private final Policies policies;
    private final Making making;

    Drafts(DraftRows rows, Procedures procedures, Forms forms, Policies policies, Making making) {
        this.rows = rows;
        this.procedures = procedures;
        this.forms = forms;
        this.policies = policies;
        this.making = making;
    }

    /// Whatever new things are made of.
    @Component
    record Making(Ids ids, RandomGenerator random, ReceiptNumbers numbers, Clock clock) {

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    @Transactional
    public Begun begin(Published published, Draft.Filling filling) {
        Draft.Content content = new Draft.Content(Answers.NONE, Map.of(), null, Optional.empty(), 0);
        return begin(new Draft.Basis(published.name(), published.version()), content, filling);
    }

    /// Opens the fields that the office sent back, or a page that is asked for now; one that the same hands began
    /// before
    /// goes on.
    @Transactional
    public Begun beginCorrection(SubmissionFile file, Draft.Filling filling) {
        Optional<Draft> begun = rows.findCorrecting(file.id(), filling.typist());
        Set<String> open = file.standing().openFields();
        if (begun.isPresent()
                && begun.get().content().correcting().orElseThrow().openFields().equals(open)) {
            return new Begun(begun.get(), newSecret(begun.get().id()));
        }
        Draft.Correcting correcting = new Draft.Correcting(file.id(), open);
        Draft.Content content = new Draft.Content(file.content().current(), Map.of(), null, Optional.of(correcting), 0);
        return begin(new Draft.Basis(file.basis().procedure(), file.basis().version()), content, filling);
    }

    private Begun begin(Draft.Basis basis, Draft.Content content, Draft.Filling filling) {
        Token secret = Token.generate(making.random());
        Instant now = making.now();
        Draft draft = new Draft(
                making.ids().next(),
                making.numbers().next(),
                basis,
                content,
                secret.hash(),
                filling,
                new Draft.Times(now, now.plus(policies.draftLife()), null));
        rows.insert(draft);
        return new Begun(draft, secret);
    }

    /// Another device takes over: its secret opens the draft from now on, the old one no longer.
    @Transactional
    public Token newSecret(UUID id) {
        Token secret = Token.generate(making.random());
        rows.setSecret(id, secret.hash());
        return secret;
    }

    public Optional<Draft> find(UUID id) {
        Instant now = making.now();
        return rows.find(id).filter(draft -> draft.times().expiresAt().isAfter(now));
    }

    public Course course(Draft draft) {
        Published published =
                procedures.getVersion(draft.basis().procedure(), draft.basis().version());
        boolean office = draft.filling().typist() != null;
        return Course.of(draft, published, forms.open(published.definition(), draft.owner(), office));
    }

    /// What is wrong with a page as it stands in its boxes.
    public List<FieldFault> faults(Course course, Journey.Step step) {
        Giver giver = new Giver(Answer.Source.TYPED, course.draft().by(), making.now());
        Draft draft = course.draft();
        return Intake.take(course.journey().form(), draft.answers(), course.typed(step), giver, isOn(step))
                .faults();
    }

    private static Predicate<Question> isOn(Journey.Step step) {
        return question -> step.slots().stream().anyMatch(slot -> slot.question() == question);
    }

    /// A file that was refused is the reason why its question is empty: one sentence is enough.
    private static List<FieldFault> together(List<FieldFault> faults, List<FieldFault> refused) {
        List<FieldFault> all = new ArrayList<>(refused);
        faults.stream()
                .filter(fault -> refused.stream().noneMatch(file -> file.path().equals(fault.path())))
                .forEach(all::add);
        return all;
    }

    /// Takes a page in, or keeps it as typed and says what to mend.
    ///
    /// @param alsoWrong what was wrong with files that came with it
    @Transactional
    public Taking take(UUID id, String page, Typed posted, List<FieldFault> alsoWrong) {
        Course course = lockCourse(id);
        Optional<Journey.Step> found = course.journey().find(page);
        if (found.isEmpty()) {
            return new Taking.NotAsked(course);
        }
        Journey.Step step = found.get();
        Typed typed = withHeld(course, step, posted);
        Draft draft = course.draft();
        Giver giver = new Giver(Answer.Source.TYPED, draft.by(), making.now());
        Taken taken = Intake.take(course.journey().form(), draft.answers(), typed, giver, isOn(step));
        if (!taken.isSound() || !alsoWrong.isEmpty()) {
            Typed kept = ofStep(step, typed);
            Draft typedIn = draft.with(draft.answers(), page, kept);
            save(typedIn);
            return new Taking.ToMend(course(typedIn), step, kept, together(taken.faults(), alsoWrong));
        }
        Draft next = draft.with(taken.answers(), page, null);
        save(next);
        return new Taking.In(course(next));
    }

    /// Autosave.
    ///
    /// @return false: the page was taken in meanwhile, and what it says is newer
    @Transactional
    public boolean keepTyped(Course course, Journey.Step step, Typed posted, int revision) {
        Typed typed = ofStep(step, withHeld(course, step, posted));
        if (typed.equals(ofStep(step, course.typed(step)))) {
            return true;
        }
        String json = TypedJson.writeOne(typed);
        return rows.updateTyped(course.draft().id(), step.id(), json, revision, making.now());
    }

    /// A button of a question, for those who have no JavaScript: `members:add`, `home:lookup`.
    @Transactional
    public void press(UUID id, String page, Typed posted, String button) {
        Course course = lockCourse(id);
        Journey.Step step = course.journey().find(page).orElseThrow(Drafts::gone);
        Typed typed = withHeld(course, step, posted);
        int colon = button.indexOf(':');
        Optional<Slot> slot = colon < 0 ? Optional.empty() : Course.findSlot(step, button.substring(0, colon));
        Typed pressed = slot.map(at -> at.type().press(at, button.substring(colon + 1), typed))
                .orElse(typed);
        keep(course, step, pressed);
    }

    /// Puts a file into a question, or takes one out.
    @Transactional
    public Course hold(UUID id, String page, Slot slot, String file) {
        Course course = lockCourse(id);
        Journey.Step step = course.journey().find(page).orElseThrow(Drafts::gone);
        return keep(course, step, slot.type().hold(slot, course.typed(step), file));
    }

    /// Takes a handed-in file out again; the other boxes stay as they were posted.
    @Transactional
    public void drop(UUID id, String page, Typed posted, String file) {
        Course course = lockCourse(id);
        Journey.Step step = course.journey().find(page).orElseThrow(Drafts::gone);
        keep(course, step, withHeld(course, step, posted).without(file));
    }

    private Course keep(Course course, Journey.Step step, Typed typed) {
        Draft next = course.draft().with(course.draft().answers(), step.id(), ofStep(step, typed));
        save(next);
        return course(next);
    }

    public void setMail(UUID id, String mail) {
        rows.setMail(id, mail);
    }

    /// What the browser does not send again, added to what it did.
    private static Typed withHeld(Course course, Journey.Step step, Typed posted) {
        Typed current = course.typed(step);
        Typed all = posted;
        for (Slot slot : step.slots()) {
            all = all.and(slot.type().held(slot, current));
        }
        return all;
    }

    private static Typed ofStep(Journey.Step step, Typed typed) {
        return typed.only(box -> step.slots().stream()
                .anyMatch(slot ->
                        Answers.belongsTo(slot.path(), box) && slot.type().hasBox(slot, box)));
    }

    Course lockCourse(UUID id) {
        Draft draft = rows.lock(id).filter(found -> !found.isSent()).orElseThrow(Drafts::gone);
        return course(draft);
    }

    private void save(Draft draft) {
        Instant now = making.now();
        Draft.Times times = new Draft.Times(
                draft.times().beganAt(),
                now.plus(policies.draftLife()),
                draft.times().sentAt());
        rows.update(
                new Draft(
                        draft.id(),
                        draft.number(),
                        draft.basis(),
                        draft.content(),
                        draft.secretHash(),
                        draft.filling(),
                        times),
                now);
    }

    static ProblemException gone() {
        return new ProblemException(SubmissionProblem.DRAFT_GONE);
    }
}
