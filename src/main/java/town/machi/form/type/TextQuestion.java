package town.machi.form.type;

import java.text.Normalizer;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.form.Parsed;
import town.machi.form.Slot;

/// One line, kept as typed. `max` letters (200 where nothing is said); `characters: digits` takes digits and hyphens
/// of any width and keeps them narrow.
@Component
class TextQuestion extends OneBox {

    @Override
    public String type() {
        return "text";
    }

    @Override
    public Set<String> options() {
        return Set.of("max", "characters");
    }

    @Override
    Parsed read(Slot slot, String typed) {
        Parsed fault = Limits.checkLine(slot, slot.path(), typed, slot.option("max", Limits.LINE));
        if (!fault.isNothing()) {
            return fault;
        }
        return "digits".equals(slot.option("characters", "")) ? digits(slot, typed) : Parsed.of(slot.path(), typed);
    }

    private static Parsed digits(Slot slot, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[ー‐‑‒–—―−]", "-");
        return text.matches("[0-9-]+")
                ? Parsed.of(slot.path(), text)
                : Parsed.fault(slot.path(), "form.digits-only", slot.label());
    }
}
