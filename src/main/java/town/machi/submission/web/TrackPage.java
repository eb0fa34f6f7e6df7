package town.machi.submission.web;

import java.util.List;
import java.util.stream.Stream;
import town.machi.shell.Template;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;

/// Number and passcode.
///
/// @param refused whether what was typed opened nothing
/// @param over whether one comes from a page that is not open any more
record TrackPage(Field number, Field passcode, boolean refused, boolean over) implements Template {

    @Override
    public int status() {
        return over ? 403 : refused ? 422 : 200;
    }

    List<FieldError> errors() {
        return Stream.of(number, passcode)
                .filter(field -> field.error() != null)
                .map(field -> new FieldError(field.id(), field.error() == null ? "" : field.error()))
                .toList();
    }
}
