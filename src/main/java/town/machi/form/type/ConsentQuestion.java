package town.machi.form.type;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.procedure.ValueKind;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// One box to tick. The label says to what the person agrees.
@Component
class ConsentQuestion extends OneBox {

    static final String YES = "yes";

    @Override
    public String type() {
        return "consent";
    }

    @Override
    public ValueKind kind() {
        return ValueKind.BOOLEAN;
    }

    @Override
    Parsed read(Slot slot, String typed) {
        return typed.equals(YES) || typed.equals("true")
                ? Parsed.of(slot.path(), YES)
                : Parsed.fault(slot.path(), "form.not-a-choice", slot.label());
    }

    @Override
    public Parsed missing(Slot slot) {
        return Parsed.fault(slot.path(), "form.consent");
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        return Optional.of(YES.equals(answers.text(slot.path())));
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        return YES.equals(answers.text(slot.path())) ? List.of(texts.get("form.agreed")) : List.of();
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        return new ConsentPartial(asked.field(slot), YES.equals(asked.typed().text(slot.path())));
    }
}
