package town.machi.form.type;

import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;

/// A bank account.
record BankAccountPartial(Slot slot, Asked asked, java.util.List<String> kinds) implements Template {}
