package town.machi.form.type;

import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;

/// One box to tick.
record ConsentPartial(Slot slot, Asked asked) implements Template {}
