package town.machi.form.type;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.DateParts;
import town.machi.shell.component.Field;

/// A day in three boxes.
///
/// @param choices days to pick from; empty: any day is typed
record DatePartial(Field field, DateParts parts, boolean birthday, List<Choice> choices) implements Template {}
