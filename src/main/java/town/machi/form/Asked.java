package town.machi.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.procedure.Words;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;

/// What the piece of a page that asks a question shows besides the question.
///
/// @param typed what stands in the boxes now
/// @param faults of the whole page; a question takes its own
/// @param folder where files are sent one by one and looked at, `/apply/…/files/`; empty: only with the form
public record Asked(Typed typed, List<FieldFault> faults, Texts texts, String folder) {

    /// The question as one field: label, need in words, hint, what was typed, what is wrong.
    public Field field(Slot slot) {
        String label = say(slot.label());
        Field field =
                slot.question().optional() ? Field.optional(slot.path(), label) : Field.required(slot.path(), label);
        String hint = slot.question()
                .hint()
                .map(words -> FieldFault.filled(say(words), slot.form().facts(), texts))
                .orElse(null);
        return field.hint(hint).value(typed.text(slot.path())).error(fault(slot.path()));
    }

    /// One box of a question that has several.
    public Field part(Slot slot, String part, String label, Field.Need need) {
        String box = slot.part(part);
        return new Field(box, label, need, null, typed.text(box), fault(box));
    }

    /// The sentence under a box; null where it is sound.
    public @Nullable String fault(String box) {
        return faults.stream()
                .filter(fault -> fault.path().equals(box))
                .findFirst()
                .map(fault -> fault.in(texts))
                .orElse(null);
    }

    /// The address of a handed-in file, or where one for this question is sent; null: nowhere.
    public @Nullable String fileHref(String name) {
        return folder.isEmpty() ? null : folder + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    public String say(Words words) {
        return words.in(texts.language());
    }
}
