package town.machi.form.type;

import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;
import town.machi.shell.component.Field;
import town.machi.shell.component.Field.Need;

/// A name and its reading.
record PersonPartial(Field group, Field family, Field given, Field familyKana, Field givenKana) implements Template {

    static PersonPartial of(Slot slot, Asked asked) {
        Need need = slot.question().optional() ? Need.UNSAID : Need.REQUIRED;
        Need kanaNeed = "optional".equals(slot.option("kana", "")) ? Need.OPTIONAL : need;
        return new PersonPartial(
                asked.field(slot),
                asked.part(slot, "family", asked.texts().get("form.person.family"), need),
                asked.part(slot, "given", asked.texts().get("form.person.given"), Need.UNSAID),
                asked.part(slot, "familyKana", asked.texts().get("form.person.family-kana"), kanaNeed),
                asked.part(slot, "givenKana", asked.texts().get("form.person.given-kana"), Need.UNSAID));
    }
}
