package town.machi.form.type;

import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;

/// A name and its reading.
record PersonPartial(Slot slot, Asked asked) implements Template {}
