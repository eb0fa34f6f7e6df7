package town.machi.form.type;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.kernel.Reading;
import town.machi.kernel.Yen;
import town.machi.procedure.ValueKind;
import town.machi.shell.Texts;
import town.machi.shell.component.Input;

/// An amount of money in whole yen. `min` and `max` are bounds.
@Component
class YenQuestion extends OneBox {

    @Override
    public String type() {
        return "yen";
    }

    @Override
    public ValueKind kind() {
        return ValueKind.NUMBER;
    }

    @Override
    public Set<String> options() {
        return Set.of("min", "max");
    }

    @Override
    Input input() {
        return Input.NUMBER.width("medium");
    }

    @Override
    String unit(Slot slot, Texts texts) {
        return texts.get("form.yen");
    }

    @Override
    Parsed read(Slot slot, String typed) {
        return switch (Yen.parse(typed)) {
            case Reading.Read<Yen>(Yen yen) -> NumberQuestion.within(slot, yen.amount());
            case Reading.Refused<Yen>(var refusal) -> Parsed.fault(slot.path(), refusal);
        };
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        return NumberQuestion.number(slot, answers).map(number -> number);
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        return NumberQuestion.number(slot, answers)
                .map(number -> texts.get("form.yen-amount", number))
                .map(List::of)
                .orElse(List.of());
    }
}
