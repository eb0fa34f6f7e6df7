package town.machi.form.type;

import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;

/// A day in three boxes.
record DatePartial(Slot slot, Asked asked) implements Template {}
