package town.machi.form.type;

import java.util.List;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.shell.component.Field.Need;

/// A bank account: bank and branch with their codes, kind, number, holder.
record BankAccountPartial(Field group, List<Field> bank, Field kind, List<Choice> kinds, Field number, Field holder)
        implements Template {

    static BankAccountPartial of(Slot slot, Asked asked) {
        Need need = slot.question().optional() ? Need.UNSAID : Need.REQUIRED;
        List<Choice> kinds = BankAccountQuestion.KINDS.stream()
                .map(kind -> new Choice(
                        kind,
                        asked.texts().get("form.account.kind." + kind),
                        kind.equals(asked.typed().text(slot.part("kind")))))
                .toList();
        return new BankAccountPartial(
                asked.field(slot),
                List.of(
                        part(slot, asked, "bank", need),
                        part(slot, asked, "bankCode", Need.OPTIONAL),
                        part(slot, asked, "branch", need),
                        part(slot, asked, "branchCode", Need.OPTIONAL)),
                part(slot, asked, "kind", need),
                kinds,
                part(slot, asked, "number", need),
                part(slot, asked, "holder", need).hint(asked.texts().get("form.account.holder-hint")));
    }

    private static Field part(Slot slot, Asked asked, String name, Need need) {
        return asked.part(slot, name, asked.texts().get("form.account.label." + name), need);
    }
}
