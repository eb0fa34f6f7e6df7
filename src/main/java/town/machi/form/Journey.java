package town.machi.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import town.machi.procedure.Condition;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.procedure.Rule;
import town.machi.procedure.Truth;

/// The way through a form, computed from its definition, the answers so far and what the town knows today. It is
/// never stored, so it cannot be out of date. Pure and immutable. Read this first.
public final class Journey {

    private final Form form;
    private final Answers answers;
    private final Map<String, Object> known;
    private final List<Step> steps;

    /// A page that applies, with the questions of it that apply.
    public record Step(FormPage page, List<Slot> slots) {

        public String id() {
            return page.id();
        }

        /// The answers back in the boxes of the page.
        public Typed typed(Answers answers) {
            return slots.stream().map(slot -> slot.type().typed(slot, answers)).reduce(Typed.NOTHING, Typed::and);
        }
    }

    /// 3／5: the how many-th page of how many, the last look not counted.
    public record Progress(int at, int of) {}

    private Journey(Form form, Answers answers, Map<String, Object> known, List<Step> steps) {
        this.form = form;
        this.answers = answers;
        this.known = known;
        this.steps = steps;
    }

    /// @param open the questions that are asked for now, besides those of the first filing
    static Journey of(Form form, Answers answers, Set<String> open) {
        Map<String, Object> known = new HashMap<>(form.facts());
        Set<String> read = NamesRead.of(form.definition());
        List<Step> steps = new ArrayList<>();
        for (FormPage page : form.definition().pages()) {
            if (!holds(page.when(), known) || !isTime(page, answers, open)) {
                continue;
            }
            List<Slot> slots = new ArrayList<>();
            for (Question question : page.questions()) {
                if (holds(question.when(), known)) {
                    Slot slot = new Slot(question, question.id(), form);
                    if (read.contains(question.id())) {
                        slot.type().toCondition(slot, answers).ifPresent(value -> known.put(question.id(), value));
                    }
                    slots.add(slot);
                }
            }
            if (!slots.isEmpty()) {
                steps.add(new Step(page, List.copyOf(slots)));
            }
        }
        return new Journey(form, answers, known, List.copyOf(steps));
    }

    /// The same way, of which only some questions are asked: those that the office opened.
    public Journey only(Predicate<Slot> asked) {
        List<Step> some = new ArrayList<>();
        for (Step step : steps) {
            List<Slot> slots = step.slots().stream().filter(asked).toList();
            if (!slots.isEmpty()) {
                some.add(new Step(step.page(), slots));
            }
        }
        return new Journey(form, answers, known, List.copyOf(some));
    }

    public Form form() {
        return form;
    }

    /// The pages that apply, in order.
    public List<Step> steps() {
        return steps;
    }

    public Answers answers() {
        return answers;
    }

    public Optional<Step> find(String page) {
        return steps.stream().filter(step -> step.id().equals(page)).findFirst();
    }

    public Optional<Step> next(String page) {
        int index = indexOf(page);
        return index < 0 || index + 1 >= steps.size() ? Optional.empty() : Optional.of(steps.get(index + 1));
    }

    public Optional<Step> previous(String page) {
        int index = indexOf(page);
        return index <= 0 ? Optional.empty() : Optional.of(steps.get(index - 1));
    }

    public Progress progress(String page) {
        return new Progress(indexOf(page) + 1, steps.size());
    }

    private int indexOf(String page) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(page)) {
                return i;
            }
        }
        return -1;
    }

    /// What is wrong on a page as it stands: required, of the wrong kind, against a rule whose inputs are known.
    public List<FieldFault> faults(Step step) {
        List<FieldFault> faults = ownFaults(step);
        faults.addAll(brokenRules(step.slots()::contains));
        return faults;
    }

    private List<FieldFault> ownFaults(Step step) {
        List<FieldFault> faults = new ArrayList<>();
        for (Slot slot : step.slots()) {
            faults.addAll(slot.check(answers).faults());
        }
        return faults;
    }

    /// Everything that keeps the form from being sent, page by page; empty: it can be sent.
    public List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        steps.forEach(step -> faults.addAll(ownFaults(step)));
        faults.addAll(brokenRules(_ -> true));
        return faults;
    }

    public Optional<Step> findFirstUnfinished() {
        return steps.stream().filter(step -> !faults(step).isEmpty()).findFirst();
    }

    /// The answers to the questions that apply; those alone are sent.
    public Answers relevant() {
        Set<String> asked = new HashSet<>();
        steps.forEach(step -> step.slots().forEach(slot -> asked.add(slot.path())));
        SortedMap<String, Answer> kept = new TreeMap<>();
        answers.byPath().forEach((path, answer) -> {
            if (asked.contains(Answers.questionOf(path))) {
                kept.put(path, answer);
            }
        });
        return kept.size() == answers.byPath().size() ? answers : new Answers(kept);
    }

    /// Faults of the rules that touch these questions, at the last of them that the rule reads.
    List<FieldFault> brokenRules(Predicate<Slot> touched) {
        List<FieldFault> faults = new ArrayList<>();
        for (Rule rule : form.definition().rules()) {
            Slot at = lastRead(rule, touched);
            if (at != null && rule.check().holds(known) == Truth.NO) {
                faults.add(new FieldFault(at.type().firstBox(at), new FieldFault.Sentence.Said(rule.say(), sayable())));
            }
        }
        return faults;
    }

    private @Nullable Slot lastRead(Rule rule, Predicate<Slot> touched) {
        return steps.stream()
                .flatMap(step -> step.slots().stream())
                .filter(touched)
                .filter(slot -> rule.questions().contains(slot.question().id()))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    /// What `{name}` stands for in a sentence: choices by their label.
    private Map<String, Object> sayable() {
        Map<String, Object> values = new HashMap<>(known);
        for (Question question : form.definition().questions()) {
            question.choices().stream()
                    .filter(choice -> choice.code().equals(known.get(question.id())))
                    .forEach(choice -> values.put(question.id(), choice.label()));
        }
        return values;
    }

    /// A later page is there once something of it was answered, or while it is asked for.
    private static boolean isTime(FormPage page, Answers answers, Set<String> open) {
        return !page.later()
                || page.questions().stream()
                        .map(Question::id)
                        .anyMatch(question -> open.contains(question)
                                || answers.byPath().keySet().stream()
                                        .anyMatch(path -> Answers.belongsTo(question, path)));
    }

    private static boolean holds(Optional<Condition> when, Map<String, Object> known) {
        return when.isEmpty() || when.get().holds(known) == Truth.YES;
    }
}
