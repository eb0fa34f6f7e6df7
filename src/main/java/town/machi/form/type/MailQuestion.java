package town.machi.form.type;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import town.machi.form.Parsed;
import town.machi.form.Slot;
import town.machi.shell.component.Input;

/// A mail address. The first one of a form is where the receipt goes.
@Component
class MailQuestion extends OneBox {

    /// Wide enough for every address in use; what is refused is what cannot be sent to.
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@"
            + "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{1,62}");

    @Override
    public String type() {
        return "mail";
    }

    @Override
    Input input() {
        return Input.MAIL;
    }

    @Override
    Parsed read(Slot slot, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
        return text.length() <= 254 && SHAPE.matcher(text).matches()
                ? Parsed.of(slot.path(), text)
                : Parsed.fault(slot.path(), "form.mail", slot.label());
    }
}
