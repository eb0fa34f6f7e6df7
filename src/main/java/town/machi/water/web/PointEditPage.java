package town.machi.water.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;
import town.machi.shell.component.Input;

/// A supply point in boxes.
///
/// @param title what is done: 給水装置を直す
/// @param path where it is posted
/// @param revision the one that is shown; 0: it is new
/// @param stale why nothing was saved although nothing is wrong; null: nothing of the kind
record PointEditPage(
        String title,
        String path,
        Sent sent,
        List<Group> groups,
        List<FieldError> errors,
        @Nullable String stale) implements Template {

    record Sent(int revision, UUID onceId) {}

    record Group(String title, List<Box> boxes) {}

    /// @param choices to pick from; empty: a line to type
    /// @param many whether several may be picked
    record Box(Field field, Input input, List<Choice> choices, boolean many) {}

    @Override
    public int status() {
        return errors.isEmpty() ? stale == null ? 200 : 409 : 422;
    }
}
