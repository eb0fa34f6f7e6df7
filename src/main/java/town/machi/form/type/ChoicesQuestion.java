package town.machi.form.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Parsed;
import town.machi.form.QuestionType;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.procedure.Question.Choice;
import town.machi.procedure.ValueKind;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// Any number of several. `max` choices at most.
@Component
class ChoicesQuestion implements QuestionType {

    @Override
    public String type() {
        return "choices";
    }

    @Override
    public ValueKind kind() {
        return ValueKind.LIST;
    }

    @Override
    public Map<String, ValueKind> parts() {
        return Map.of();
    }

    @Override
    public Set<String> options() {
        return Set.of("max");
    }

    @Override
    public boolean takesChoices() {
        return true;
    }

    @Override
    public Set<String> boxes() {
        return Set.of("", "[]");
    }

    @Override
    public Parsed parse(Slot slot, Typed typed) {
        List<String> ticked = new ArrayList<>(typed.all(slot.path()));
        ticked.addAll(typed.listed(slot.path()));
        ticked.removeIf(String::isBlank);
        List<String> codes = slot.question().choices().stream()
                .map(Choice::code)
                .filter(ticked::contains)
                .toList();
        if (!codes.containsAll(ticked)) {
            return Parsed.fault(slot.path(), "form.not-a-choice", slot.label());
        }
        if (codes.size() > slot.option("max", Integer.MAX_VALUE)) {
            return Parsed.fault(slot.path(), "form.choices-max", slot.label(), slot.option("max", 0));
        }
        Map<String, String> values = new LinkedHashMap<>();
        codes.forEach(code -> values.put(slot.entry(values.size()), code));
        return new Parsed(values, List.of());
    }

    @Override
    public Parsed missing(Slot slot) {
        return Parsed.fault(slot.path(), "form.choose-some", slot.label());
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        List<String> codes = codes(slot, answers);
        return codes.isEmpty() && !slot.question().optional() ? Optional.empty() : Optional.of(codes);
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        List<String> codes = codes(slot, answers);
        return slot.question().choices().stream()
                .filter(choice -> codes.contains(choice.code()))
                .map(choice -> ChoiceQuestion.label(choice, texts))
                .toList();
    }

    @Override
    public Typed typed(Slot slot, Answers answers) {
        List<String> codes = codes(slot, answers);
        return codes.isEmpty() ? Typed.NOTHING : new Typed(new TreeMap<>(Map.of(slot.path(), codes)));
    }

    private static List<String> codes(Slot slot, Answers answers) {
        return Listed.values(slot, answers);
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        return ChoicePartial.of(slot, asked, true);
    }
}
