package town.machi.form.type;

import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;

/// One line.
record BoxPartial(Slot slot, Asked asked, String inputMode, String autocomplete, String unit) implements Template {}
