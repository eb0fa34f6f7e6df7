package town.machi.form.type;

import java.util.ArrayList;
import java.util.List;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;

/// Choices to tick: one, or many.
record ChoicePartial(Field field, List<Choice> choices, boolean many) implements Template {

    static ChoicePartial of(Slot slot, Asked asked, boolean many) {
        List<String> ticked = new ArrayList<>(asked.typed().all(slot.path()));
        ticked.addAll(asked.typed().listed(slot.path()));
        List<Choice> choices = slot.question().choices().stream()
                .map(choice -> new Choice(choice.code(), asked.say(choice.label()), ticked.contains(choice.code())))
                .toList();
        return new ChoicePartial(asked.field(slot), choices, many);
    }
}
