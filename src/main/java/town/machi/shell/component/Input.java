package town.machi.shell.component;

import org.jspecify.annotations.Nullable;

/// What kind of one-line box a field has.
///
/// @param type the `type` attribute; never `date` or `number` (both trip people up)
/// @param mode the keyboard of a phone: `text`, `numeric`, `tel`, `email`; null: the default
/// @param autocomplete what the browser may fill in; `off` for somebody else's data
/// @param width how long an answer looks: `short` (6 letters), `medium` (14), `long` (the measure)
public record Input(String type, @Nullable String mode, String autocomplete, String width) {

    public static final Input TEXT = new Input("text", null, "off", "long");
    public static final Input NAME = new Input("text", null, "name", "medium");
    public static final Input TELEPHONE = new Input("text", "tel", "tel", "medium");
    public static final Input MAIL = new Input("text", "email", "email", "long");
    public static final Input NUMBER = new Input("text", "numeric", "off", "short");
    public static final Input POSTAL_CODE = new Input("text", "numeric", "postal-code", "short");
    public static final Input ONE_TIME_CODE = new Input("text", "numeric", "one-time-code", "short");
    public static final Input PASSWORD = new Input("password", null, "current-password", "medium");
    public static final Input NEW_PASSWORD = new Input("password", null, "new-password", "medium");

    public Input autocomplete(String what) {
        return new Input(type, mode, what, width);
    }

    public Input width(String how) {
        return new Input(type, mode, autocomplete, how);
    }
}
