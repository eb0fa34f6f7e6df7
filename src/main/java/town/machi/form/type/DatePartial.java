package town.machi.form.type;

import town.machi.shell.Template;
import town.machi.shell.component.DateParts;
import town.machi.shell.component.Field;

/// A day in three boxes.
record DatePartial(Field field, DateParts parts, boolean birthday) implements Template {}
