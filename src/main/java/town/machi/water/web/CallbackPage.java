package town.machi.water.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import town.machi.shell.Template;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;

/// 「電話をください」.
///
/// @param wanted of which procedure, by its name
/// @param opening when the hall is open, and its number
record CallbackPage(UUID onceId, Wanted wanted, Field name, Field phone, Opening opening) implements Template {

    /// @param code last word of the message that says what is wanted
    record Wanted(String procedure, LocalDate day, String code) {}

    /// @param telephone the section's, or the hall's; empty: 未設定
    record Opening(String hours, String telephone) {}

    List<FieldError> errors() {
        return Stream.of(name, phone)
                .filter(field -> field.error() != null)
                .map(field -> FieldError.at(field.name(), String.valueOf(field.error())))
                .toList();
    }

    @Override
    public int status() {
        return errors().isEmpty() ? 200 : 422;
    }
}
