package town.machi.submission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.form.Answers;
import town.machi.form.Form;
import town.machi.form.Forms;
import town.machi.form.Journey;
import town.machi.form.ShownPage;
import town.machi.kernel.Actor;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Procedures;
import town.machi.procedure.WorkflowPlan;
import town.machi.shell.Texts;
import town.machi.shell.component.Chip;
import town.machi.shell.component.TimelineItem;
import town.machi.submission.Advices;
import town.machi.submission.StatusWord;
import town.machi.submission.SubmissionFile;
import town.machi.submission.Submissions;

/// How it stands, in words.
@Component
class Standings {

    private final Procedures procedures;
    private final Forms forms;
    private final Town town;
    private final AuditTrail audit;
    private final Others others;

    Standings(Procedures procedures, Forms forms, Town town, AuditTrail audit, Others others) {
        this.procedures = procedures;
        this.forms = forms;
        this.town = town;
        this.audit = audit;
        this.others = others;
    }

    /// What was filed besides, and what later rooms say.
    @Component("standingOthers")
    record Others(Submissions submissions, Advices advices) {}

    MyPage page(SubmissionFile file, Actor actor, Texts texts, @Nullable String refusal) {
        Definition definition = definition(file);
        Form form = forms.open(definition, file.owner());
        Journey journey = form.journey(file.content().current());
        audit.record(AuditEntry.done(actor, AuditAction.READ, file.owner(), "open"));
        return new MyPage(
                file,
                definition,
                town.findSection(definition.section()),
                state(file, definition, form, texts),
                new MyPage.Beside(
                        linked(file, actor, texts),
                        others.advices().list(definition.name(), journey.relevant(), texts)),
                ShownPage.of(journey, texts),
                refusal);
    }

    /// What was filed together with it. The same person filed it, and each look at it is in the audit.
    private List<MyPage.Part> linked(SubmissionFile file, Actor actor, Texts texts) {
        return file.way().linked().stream()
                .flatMap(id -> others.submissions().find(id).stream())
                .peek(other -> audit.record(AuditEntry.done(actor, AuditAction.READ, other.owner(), "linked")))
                .map(other -> part(other, texts))
                .toList();
    }

    /// The parts that can still be taken back, that of the page first; a single one where nothing was filed besides.
    List<MyPage.Part> listWithdrawable(SubmissionFile file, Texts texts) {
        return Stream.concat(
                        Stream.of(file),
                        file.way().linked().stream().flatMap(id -> others.submissions().find(id).stream()))
                .filter(part -> part.standing().isWithdrawable())
                .map(part -> part(part, texts))
                .toList();
    }

    private MyPage.Part part(SubmissionFile file, Texts texts) {
        String name =
                others.advices().findPartName(file.basis().procedure(), texts).orElseGet(() -> title(file, texts));
        return new MyPage.Part(
                file.id(),
                name,
                file.receipt().format(),
                words(file, texts),
                file.standing().isWithdrawable());
    }

    String title(SubmissionFile file, Texts texts) {
        return definition(file).title().in(texts.language());
    }

    void recordFile(UUID submission, UUID file, Actor actor) {
        audit.record(AuditEntry.done(actor, AuditAction.READ, "submission:" + submission, "file:" + file));
    }

    private Definition definition(SubmissionFile file) {
        return procedures
                .getVersion(file.basis().procedure(), file.basis().version())
                .definition();
    }

    private static MyPage.State state(SubmissionFile file, Definition definition, Form form, Texts texts) {
        SubmissionFile.Standing standing = file.standing();
        String message = standing.latest().map(StatusWord::message).orElse(null);
        Journey asked = form.journey(file.content().current(), standing.openFields());
        List<String> corrects = standing.isCorrectable() ? labels(asked, standing, texts) : List.of();
        return new MyPage.State(
                words(file, texts),
                message,
                timeline(file, texts),
                new MyPage.Wanted(corrects, findAskedPage(file, definition, texts)),
                standing.isWithdrawable());
    }

    /// The title of the page that this state asks for; null where it asks to correct, or for nothing.
    private static @Nullable String findAskedPage(SubmissionFile file, Definition definition, Texts texts) {
        return file.standing()
                .latest()
                .map(word -> definition.workflow().states().get(word.state()))
                .flatMap(WorkflowPlan.State::asking)
                .flatMap(asking -> definition.pages().stream()
                        .filter(page -> page.id().equals(asking.page()))
                        .findFirst())
                .map(page -> page.title().in(texts.language()))
                .orElse(null);
    }

    private static String words(SubmissionFile file, Texts texts) {
        return file.standing().withdrawnAt() != null
                ? texts.get("submission.my.withdrawn")
                : file.standing()
                        .latest()
                        .map(word -> word.label().in(texts.language()))
                        .orElseGet(() -> texts.get("submission.my.received"));
    }

    private static List<String> labels(Journey journey, SubmissionFile.Standing standing, Texts texts) {
        return journey.steps().stream()
                .flatMap(step -> step.slots().stream())
                .filter(slot -> standing.openFields().stream().anyMatch(open -> Answers.belongsTo(slot.path(), open)))
                .map(slot -> slot.label().in(texts.language()))
                .toList();
    }

    /// What the office said last stands at the top of the page, and not here once more.
    private static List<TimelineItem> timeline(SubmissionFile file, Texts texts) {
        List<TimelineItem> items = new ArrayList<>();
        items.add(TimelineItem.of(file.way().filedAt(), texts.get("submission.my.filed"), ""));
        for (StatusWord word : file.standing().words()) {
            Chip.Tone tone = word.closed() ? Chip.Tone.DONE : null;
            boolean told = file.standing().latest().filter(word::equals).isPresent();
            String message = word.message() == null || told ? "" : word.message();
            items.add(new TimelineItem(word.at(), word.label().in(texts.language()), "", message, tone));
        }
        if (file.standing().withdrawnAt() != null) {
            items.add(new TimelineItem(
                    file.standing().withdrawnAt(), texts.get("submission.my.withdrawn"), "", "", Chip.Tone.STOPPED));
        }
        if (file.standing().withdrawalLateAt() != null) {
            items.add(new TimelineItem(
                    file.standing().withdrawalLateAt(),
                    texts.get("submission.my.withdrawal-late"),
                    "",
                    texts.get("submission.my.withdrawal-late-why"),
                    null));
        }
        return List.copyOf(items);
    }
}
