package town.machi.alert.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.alert.World;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;

/// The form for a message.
///
/// @param heading what is being written: 避難指示（警戒レベル4）, 解除: …
/// @param action where it is posted
/// @param back where giving up leads
/// @param hidden names and values that go along
/// @param order the boxes of a mayor's order; null: it is none
/// @param until when it ends by itself; null: somebody must end it
record WritePage(
        World world,
        String heading,
        String lead,
        String action,
        String back,
        List<Hidden> hidden,
        List<DistrictBoxes.Group> districts,
        @Nullable String districtsError,
        List<Blank> blanks,
        @Nullable Order order,
        @Nullable Field until,
        List<FieldError> errors,
        UUID onceId)
        implements Template {

    record Hidden(String name, String value) {}

    /// @param choices none: it is written freely
    /// @param easy the box for やさしい日本語; null for a choice
    record Blank(
            Field field,
            List<Choice> choices,
            @Nullable Field easy,
            @Nullable Field english) {}

    record Order(
            List<Choice> deciders,
            Field deciderName,
            Field decidedAt,
            Field issuedAt,
            Field grounds,
            Field households,
            Field people) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
