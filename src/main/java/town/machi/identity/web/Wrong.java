package town.machi.identity.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;
import town.machi.shell.Frame;
import town.machi.shell.component.FieldError;

/// What is wrong with a form, by the field's name in the order of the form.
record Wrong(Map<String, Refusal> byField) {

    static final Wrong NOTHING = new Wrong(Map.of());

    static Wrong at(String field, Refusal why) {
        return new Wrong(Map.of(field, why));
    }

    boolean isEmpty() {
        return byField.isEmpty();
    }

    /// The sentence under a field; null where it is right.
    @Nullable
    String at(Frame frame, String field) {
        var why = byField.get(field);
        return why == null ? null : frame.t(why);
    }

    /// For the summary above the form.
    List<FieldError> all(Frame frame) {
        return byField.entrySet().stream()
                .map(each -> FieldError.at(each.getKey(), frame.t(each.getValue())))
                .toList();
    }
}
