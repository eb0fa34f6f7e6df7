package town.machi.form.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Parsed;
import town.machi.form.QuestionType;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.kernel.Graphemes;
import town.machi.procedure.ValueKind;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.shell.component.Input;

/// What the types share whose answer is one value in one box.
abstract class OneBox implements QuestionType {

    /// Reads what was typed, blanks around it taken away, not empty.
    abstract Parsed read(Slot slot, String typed);

    /// Keyboard, width and what the browser may fill in.
    Input input() {
        return Input.TEXT;
    }

    /// The unit, said behind the label: 円; empty: none.
    String unit(Slot slot, Texts texts) {
        return "";
    }

    @Override
    public Parsed parse(Slot slot, Typed typed) {
        String text = Graphemes.trimmed(typed.text(slot.path()));
        return text.isEmpty() ? Parsed.NOTHING : read(slot, text);
    }

    @Override
    public Parsed check(Slot slot, Answers answers) {
        String text = answers.text(slot.path());
        return text.isEmpty() ? Parsed.NOTHING : read(slot, text);
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        return answers.find(slot.path()).map(answer -> answer.value());
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        String text = answers.text(slot.path());
        return text.isEmpty() ? List.of() : List.of(text);
    }

    @Override
    public Typed typed(Slot slot, Answers answers) {
        String text = answers.text(slot.path());
        return text.isEmpty() ? Typed.NOTHING : Typed.of(Map.of(slot.path(), text));
    }

    @Override
    public Set<String> boxes() {
        return Set.of("");
    }

    @Override
    public ValueKind kind() {
        return ValueKind.TEXT;
    }

    @Override
    public Map<String, ValueKind> parts() {
        return Map.of();
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        String unit = unit(slot, asked.texts());
        Field field = asked.field(slot);
        Field shown = unit.isEmpty()
                ? field
                : new Field(
                        field.name(),
                        asked.texts().get("form.with-unit", field.label(), unit),
                        field.need(),
                        field.hint(),
                        field.value(),
                        field.error());
        return new BoxPartial(shown, input());
    }
}
