package town.machi.form.type;

import town.machi.shell.Template;
import town.machi.shell.component.Field;
import town.machi.shell.component.Input;

/// One line.
record BoxPartial(Field field, Input input) implements Template {}
