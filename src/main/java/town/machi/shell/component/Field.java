package town.machi.shell.component;

import org.jspecify.annotations.Nullable;

/// One question of a form, as the form templates show it: label, need in words, hint before the
/// control, what was typed, and the error beneath.
///
/// ```java
/// Field.required("user.name", "氏名").hint("戸籍の通りに").value(typed).error(sentence)
/// ```
///
/// @param name the name of the control in the posted form
/// @param label in the reader's language
/// @param hint shown before the control; null: none
/// @param value what was typed or is known; for a group of choices unused
/// @param error a whole sentence in the reader's language; null: none
public record Field(
        String name,
        String label,
        Need need,
        @Nullable String hint,
        String value,
        @Nullable String error) {

    /// Whether an answer is needed. [#UNSAID] says nothing, as in a filter of the office.
    public enum Need {
        REQUIRED,
        OPTIONAL,
        UNSAID
    }

    public static Field required(String name, String label) {
        return new Field(name, label, Need.REQUIRED, null, "", null);
    }

    public static Field optional(String name, String label) {
        return new Field(name, label, Need.OPTIONAL, null, "", null);
    }

    /// Without a word about need.
    public static Field plain(String name, String label) {
        return new Field(name, label, Need.UNSAID, null, "", null);
    }

    public Field hint(@Nullable String text) {
        return new Field(name, label, need, text, value, error);
    }

    public Field value(@Nullable String typed) {
        return new Field(name, label, need, hint, typed == null ? "" : typed, error);
    }

    public Field error(@Nullable String sentence) {
        return new Field(name, label, need, hint, value, sentence);
    }

    /// The id of the control, where an error summary's link leads.
    public String id() {
        return idOf(name);
    }

    /// The id that belongs to a control's name.
    public static String idOf(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    public String hintId() {
        return id() + "-hint";
    }

    public String errorId() {
        return id() + "-error";
    }

    /// What `aria-describedby` of the control says; null: nothing.
    public @Nullable String describedBy() {
        if (hint == null) {
            return error == null ? null : errorId();
        }
        return error == null ? hintId() : hintId() + " " + errorId();
    }

    /// What `aria-invalid` of the control says.
    public @Nullable String invalid() {
        return error == null ? null : "true";
    }
}
