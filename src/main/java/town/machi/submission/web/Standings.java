package town.machi.submission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.form.Answers;
import town.machi.form.Forms;
import town.machi.form.Journey;
import town.machi.form.ShownPage;
import town.machi.kernel.Actor;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Procedures;
import town.machi.shell.Texts;
import town.machi.shell.component.Chip;
import town.machi.shell.component.TimelineItem;
import town.machi.submission.StatusWord;
import town.machi.submission.SubmissionFile;

/// How it stands, in words.
@Component
class Standings {

    private final Procedures procedures;
    private final Forms forms;
    private final Town town;
    private final AuditTrail audit;

    Standings(Procedures procedures, Forms forms, Town town, AuditTrail audit) {
        this.procedures = procedures;
        this.forms = forms;
        this.town = town;
        this.audit = audit;
    }

    MyPage page(SubmissionFile file, Actor actor, Texts texts, @Nullable String refusal) {
        Definition definition = definition(file);
        Journey journey =
                forms.open(definition, file.owner()).journey(file.content().current());
        audit.record(AuditEntry.done(actor, AuditAction.READ, file.owner(), "open"));
        return new MyPage(
                file,
                definition,
                town.findSection(definition.section()),
                state(file, journey, texts),
                ShownPage.of(journey, texts),
                refusal);
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

    private static MyPage.State state(SubmissionFile file, Journey journey, Texts texts) {
        SubmissionFile.Standing standing = file.standing();
        String words = standing.withdrawnAt() != null
                ? texts.get("submission.my.withdrawn")
                : standing.latest()
                        .map(word -> word.label().in(texts.language()))
                        .orElseGet(() -> texts.get("submission.my.received"));
        String message = standing.latest().map(StatusWord::message).orElse(null);
        List<String> corrects = standing.isCorrectable() ? labels(journey, standing, texts) : List.of();
        return new MyPage.State(words, message, timeline(file, texts), corrects, standing.isWithdrawable());
    }

    private static List<String> labels(Journey journey, SubmissionFile.Standing standing, Texts texts) {
        return journey.steps().stream()
                .flatMap(step -> step.slots().stream())
                .filter(slot -> standing.openFields().stream().anyMatch(open -> Answers.belongsTo(slot.path(), open)))
                .map(slot -> slot.label().in(texts.language()))
                .toList();
    }

    private static List<TimelineItem> timeline(SubmissionFile file, Texts texts) {
        List<TimelineItem> items = new ArrayList<>();
        items.add(TimelineItem.of(file.way().filedAt(), texts.get("submission.my.filed"), ""));
        for (StatusWord word : file.standing().words()) {
            Chip.Tone tone = word.closed() ? Chip.Tone.DONE : null;
            String message = word.message() == null ? "" : word.message();
            items.add(new TimelineItem(word.at(), word.label().in(texts.language()), "", message, tone));
        }
        if (file.standing().withdrawnAt() != null) {
            items.add(new TimelineItem(
                    file.standing().withdrawnAt(), texts.get("submission.my.withdrawn"), "", "", Chip.Tone.STOPPED));
        }
        return List.copyOf(items);
    }
}
