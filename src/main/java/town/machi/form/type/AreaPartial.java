package town.machi.form.type;

import town.machi.shell.Template;
import town.machi.shell.component.Field;

/// Several lines.
record AreaPartial(Field field) implements Template {}
