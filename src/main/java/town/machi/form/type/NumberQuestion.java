package town.machi.form.type;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.procedure.ValueKind;
import town.machi.shell.Texts;
import town.machi.shell.component.Input;

/// A whole number, of any width, with or without commas. `min` and `max` are bounds, `unit` stands behind the box.
@Component
class NumberQuestion extends OneBox {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}");
    private static final Pattern SHAPE = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})");

    @Override
    public String type() {
        return "number";
    }

    @Override
    public ValueKind kind() {
        return ValueKind.NUMBER;
    }

    @Override
    public Set<String> options() {
        return Set.of("min", "max", "unit");
    }

    @Override
    Input input() {
        return Input.NUMBER;
    }

    @Override
    String unit(Slot slot, Texts texts) {
        return slot.option("unit", "");
    }

    @Override
    Parsed read(Slot slot, String typed) {
        if (PLAIN.matcher(typed).matches()) {
            return within(slot, Long.parseLong(typed));
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[‐−–▲△]", "-")
                .replace('、', ',');
        if (text.endsWith(slot.option("unit", "")) && slot.has("unit")) {
            text = text.substring(0, text.length() - slot.option("unit", "").length());
        }
        if (!SHAPE.matcher(text).matches()) {
            return Parsed.fault(slot.path(), "form.number", slot.label());
        }
        return within(slot, Long.parseLong(text.replace(",", "")));
    }

    static Parsed within(Slot slot, long number) {
        String min = slot.option("min", "");
        String max = slot.option("max", "");
        if (!min.isEmpty() && number < Long.parseLong(min)) {
            return Parsed.fault(slot.path(), "form.number-min", slot.label(), Long.parseLong(min));
        }
        if (!max.isEmpty() && number > Long.parseLong(max)) {
            return Parsed.fault(slot.path(), "form.number-max", slot.label(), Long.parseLong(max));
        }
        return Parsed.of(slot.path(), Long.toString(number));
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        return number(slot, answers).map(number -> number);
    }

    /// Empty also where somebody else's program wrote what is no number.
    static Optional<Long> number(Slot slot, Answers answers) {
        return answers.find(slot.path())
                .map(answer -> answer.value())
                .filter(text -> PLAIN.matcher(text).matches())
                .map(Long::valueOf);
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        return number(slot, answers)
                .map(number -> String.format(Locale.ROOT, "%,d", number) + unit(slot, texts))
                .map(List::of)
                .orElse(List.of());
    }
}
