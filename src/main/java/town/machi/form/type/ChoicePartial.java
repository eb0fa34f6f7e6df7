package town.machi.form.type;

import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;

/// Choices to tick: one, or many.
record ChoicePartial(Slot slot, Asked asked, boolean many) implements Template {}
