package town.machi.submission.draft;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import town.machi.form.Answers;
import town.machi.form.Form;
import town.machi.form.Journey;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.procedure.FormPage;
import town.machi.procedure.Published;
import town.machi.procedure.Question;

/// A draft with the way through its form.
public record Course(Draft draft, Published published, Journey journey) {

    static Course of(Draft draft, Published published, Form form) {
        Journey asked = draft.content()
                .correcting()
                .map(correcting ->
                        form.journey(draft.answers(), correcting.openFields()).only(slot -> isOpen(slot, correcting)))
                .orElseGet(() -> form.journey(draft.answers()));
        return new Course(draft, published, asked);
    }

    private static boolean isOpen(Slot slot, Draft.Correcting correcting) {
        return correcting.openFields().stream().anyMatch(field -> Answers.belongsTo(slot.path(), field));
    }

    /// Where one begins: the first page that asks something, or the last look where none does.
    public String firstPage() {
        return journey.steps().stream().findFirst().map(Journey.Step::id).orElse("check");
    }

    /// Whether it mends what the office sent back, as opposed to a page that is asked for the first time.
    public boolean mends() {
        return draft.content()
                .correcting()
                .filter(correcting -> !isLaterPage(correcting.openFields()))
                .isPresent();
    }

    private boolean isLaterPage(Set<String> open) {
        return published.definition().pages().stream()
                .filter(FormPage::later)
                .anyMatch(page -> page.questions().stream()
                        .map(Question::id)
                        .collect(Collectors.toSet())
                        .equals(open));
    }

    /// What stands in the boxes of a page now.
    public Typed typed(Journey.Step step) {
        return draft.typed(step.id()).orElseGet(() -> step.typed(draft.answers()));
    }

    /// Whether something was typed there that is not an answer yet.
    public boolean isPending(Journey.Step step) {
        return draft.typed(step.id()).isPresent();
    }

    /// The first page that keeps the form from being sent.
    public Optional<Journey.Step> findFirstUnfinished() {
        return journey.steps().stream()
                .filter(step -> isPending(step) || !journey.faults(step).isEmpty())
                .findFirst();
    }

    /// The question with this path, or that inside an entry of a group.
    public static Optional<Slot> findSlot(Journey.Step step, String path) {
        return step.slots().stream()
                .filter(slot -> Answers.belongsTo(slot.path(), path))
                .findFirst()
                .flatMap(slot -> inside(slot, path));
    }

    private static Optional<Slot> inside(Slot slot, String path) {
        if (slot.path().equals(path)) {
            return Optional.of(slot);
        }
        int index = path.startsWith(slot.path() + "[") ? Typed.indexAfter(slot.path(), path) : -1;
        if (index < 0) {
            return Optional.empty();
        }
        return slot.question().children().stream()
                .map(child -> slot.child(child, index))
                .filter(child -> Answers.belongsTo(child.path(), path))
                .findFirst()
                .flatMap(child -> inside(child, path));
    }
}
