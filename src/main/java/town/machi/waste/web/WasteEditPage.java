package town.machi.waste.web;

import java.util.List;
import town.machi.messaging.District;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;

/// One district's days, and which others get the same.
record WasteEditPage(District district, List<Field> fields, List<Choice> others) implements Template {

    @Override
    public int status() {
        return fields.stream().allMatch(field -> field.error() == null) ? 200 : 422;
    }
}
