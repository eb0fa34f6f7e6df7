package town.machi.form.type;

import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.shell.Template;

/// Several lines.
record AreaPartial(Slot slot, Asked asked, int longest) implements Template {}
