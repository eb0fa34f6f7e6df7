package town.machi.form.type;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.procedure.Question.Choice;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// One of several. What is kept is the choice's code.
@Component
class ChoiceQuestion extends OneBox {

    @Override
    public String type() {
        return "choice";
    }

    @Override
    public boolean takesChoices() {
        return true;
    }

    @Override
    Parsed read(Slot slot, String typed) {
        return slot.question().choices().stream()
                        .anyMatch(choice -> choice.code().equals(typed))
                ? Parsed.of(slot.path(), typed)
                : Parsed.fault(slot.path(), "form.not-a-choice", slot.label());
    }

    @Override
    public Parsed missing(Slot slot) {
        return Parsed.fault(firstBox(slot), "form.choose", slot.label());
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        String code = answers.text(slot.path());
        return slot.question().choices().stream()
                .filter(choice -> choice.code().equals(code))
                .map(choice -> label(choice, texts))
                .toList();
    }

    static String label(Choice choice, Texts texts) {
        return choice.label().in(texts.language());
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        return ChoicePartial.of(slot, asked, false);
    }
}
