package town.machi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import town.machi.procedure.Condition;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.procedure.Truth;

/// Takes what was posted into the answers: one walk over the form, page by page, question by question, so that each
/// question is asked with what is known by then. Pure.
public final class Intake {

    private final Form form;
    private final Typed typed;
    private final Giver giver;
    private final TreeMap<String, Answer> answers;
    private final Map<String, Object> known;
    private final Set<String> read;
    private final List<FieldFault> faults = new ArrayList<>();
    private final List<String> faulty = new ArrayList<>();

    private Intake(Form form, Answers before, Typed typed, Giver giver) {
        this.form = form;
        this.typed = typed;
        this.giver = giver;
        this.answers = new TreeMap<>(before.byPath());
        this.known = new HashMap<>(form.facts());
        this.read = NamesRead.of(form.definition());
    }

    /// @param posted the questions that stood on what was posted; of the others the earlier answers stand
    public static Taken take(Form form, Answers before, Typed typed, Giver giver, Predicate<Question> posted) {
        return new Intake(form, before, typed, giver).walk(posted);
    }

    /// A whole form at once, as it is filed: all but the pages that are asked later.
    public static Taken takeAll(Form form, Typed typed, Giver giver) {
        return take(
                form,
                Answers.NONE,
                typed,
                giver,
                question -> form.definition().pages().stream()
                        .noneMatch(page -> page.later() && page.questions().contains(question)));
    }

    private Taken walk(Predicate<Question> posted) {
        for (FormPage page : form.definition().pages()) {
            if (holds(page.when())) {
                for (Question question : page.questions()) {
                    if (holds(question.when())) {
                        visit(new Slot(question, question.id(), form), posted.test(question));
                    }
                }
            }
        }
        refuseStrangers(posted);
        Answers after = new Answers(answers);
        faults.addAll(brokenRules(after, posted));
        return new Taken(after, List.copyOf(faults));
    }

    private void visit(Slot slot, boolean posted) {
        Map<String, Answer> own = ownAnswers(slot);
        if (posted) {
            Parsed parsed = slot.parse(typed);
            faults.addAll(parsed.faults());
            if (!parsed.faults().isEmpty()) {
                faulty.add(slot.path());
                return;
            }
            own = replaced(own, parsed);
        }
        if (read.contains(slot.question().id())) {
            slot.type()
                    .toCondition(slot, new Answers(new TreeMap<>(own)))
                    .ifPresent(value -> known.put(slot.question().id(), value));
        }
    }

    private Map<String, Answer> replaced(Map<String, Answer> before, Parsed parsed) {
        Map<String, Answer> after = new HashMap<>();
        parsed.values().forEach((path, value) -> after.put(path, kept(before.get(path), value)));
        before.keySet().forEach(answers::remove);
        answers.putAll(after);
        return after;
    }

    /// An answer that was given again unchanged keeps its source: what the card said stays what the card said.
    private Answer kept(@org.jspecify.annotations.Nullable Answer before, String value) {
        return before != null && before.value().equals(value) ? before : giver.answer(value);
    }

    private Map<String, Answer> ownAnswers(Slot slot) {
        String next = answers.ceilingKey(slot.path());
        if (next == null || !next.startsWith(slot.path())) {
            return Map.of();
        }
        Map<String, Answer> own = new HashMap<>();
        for (Map.Entry<String, Answer> entry : answers.tailMap(slot.path()).entrySet()) {
            if (!entry.getKey().startsWith(slot.path())) {
                break;
            }
            if (Answers.belongsTo(slot.path(), entry.getKey())) {
                own.put(entry.getKey(), entry.getValue());
            }
        }
        return own;
    }

    /// A box that no question that was posted has is refused: nothing is thrown away in silence.
    private void refuseStrangers(Predicate<Question> posted) {
        Map<String, Question> byId = new HashMap<>();
        form.definition().questions().stream().filter(posted).forEach(question -> byId.put(question.id(), question));
        for (String box : typed.boxes().keySet()) {
            if (box.startsWith("_")) {
                continue;
            }
            Question question = byId.get(Answers.questionOf(box));
            if (question == null || !isBox(question, box)) {
                faults.add(FieldFault.of(box, "form.stranger", box));
            }
        }
    }

    private boolean isBox(Question question, String box) {
        Slot slot = new Slot(question, question.id(), form);
        return slot.type().hasBox(slot, box);
    }

    /// Rules are looked at where all that they read is known and sound, and shown at a question that was posted.
    private List<FieldFault> brokenRules(Answers after, Predicate<Question> posted) {
        if (form.definition().rules().isEmpty()) {
            return List.of();
        }
        Answers sound = after;
        for (String path : faulty) {
            sound = sound.with(path, Map.of());
        }
        return form.journey(sound).brokenRules(slot -> posted.test(slot.question()));
    }

    private boolean holds(java.util.Optional<Condition> when) {
        return when.isEmpty() || when.get().holds(known) == Truth.YES;
    }
}
