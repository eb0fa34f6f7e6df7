package town.machi.form.type;

import java.text.Normalizer;
import org.springframework.stereotype.Component;
import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.shell.component.Input;

/// A telephone number: digits with hyphens where they were typed, `+` before another country's.
/// Source: GIF 445 電話番号.
@Component
class PhoneQuestion extends OneBox {

    @Override
    public String type() {
        return "phone";
    }

    @Override
    Input input() {
        return Input.TELEPHONE;
    }

    @Override
    Parsed read(Slot slot, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[ー‐‑‒–—―−()]+", "-")
                .replaceAll("^-|-$", "");
        String digits = text.replace("-", "");
        boolean domestic = digits.matches("0\\d{9,10}");
        boolean foreign = digits.matches("\\+\\d{6,15}");
        return (domestic || foreign) && text.matches("\\+?[0-9-]+")
                ? Parsed.of(slot.path(), text)
                : Parsed.fault(slot.path(), "form.phone", slot.label());
    }
}
