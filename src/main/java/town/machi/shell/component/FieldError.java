package town.machi.shell.component;

/// One line of the error summary.
///
/// @param anchor the id of the control to go to, see [Field#idOf(String)]
/// @param sentence the same sentence that stands under the field
public record FieldError(String anchor, String sentence) {

    /// For the field with this name.
    public static FieldError at(String name, String sentence) {
        return new FieldError(Field.idOf(name), sentence);
    }
}
