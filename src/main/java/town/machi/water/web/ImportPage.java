package town.machi.water.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.water.register.Importing;

/// Takes a file into the register, in two steps.
///
/// @param columns of the file; those that it must have
/// @param plan what the file would do; null: no file was sent yet
/// @param done whether it was taken in
/// @param sentence what went wrong with the sending; null: nothing
record ImportPage(
        List<String> columns,
        List<String> required,
        UUID onceId,
        Importing.@Nullable Plan plan,
        boolean done,
        @Nullable String sentence)
        implements Template {

    @Override
    public int status() {
        return sentence != null || (plan != null && !plan.isSound()) ? 422 : 200;
    }
}
