package town.machi.form.type;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.kernel.Graphemes;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// Several lines. `max` letters, 4000 where nothing is said.
@Component
class LongTextQuestion extends OneBox {

    @Override
    public String type() {
        return "longText";
    }

    @Override
    public Set<String> options() {
        return Set.of("max");
    }

    @Override
    Parsed read(Slot slot, String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        if (!text.lines().allMatch(line -> Graphemes.isOneLine(line.replace("\t", " ")))) {
            return Parsed.fault(slot.path(), "form.control-character", slot.label());
        }
        Parsed fault = Limits.checkLength(slot, slot.path(), text, slot.option("max", Limits.PARAGRAPHS));
        return fault.isNothing() ? Parsed.of(slot.path(), text) : fault;
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        return answers.text(slot.path()).lines().toList();
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        return new AreaPartial(asked.field(slot));
    }
}
