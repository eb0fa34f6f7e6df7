package town.machi.form.type;

import town.machi.shell.Template;
import town.machi.shell.component.Field;

/// One box to tick.
record ConsentPartial(Field field, boolean checked) implements Template {}
