package town.machi.platform;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import town.machi.kernel.Refusal;

/// Whether a typed value fits a setting's type, and how it is kept: ３ and 3 are the same number.
final class SettingValue {

    private SettingValue() {}

    /// The value as it is kept; empty when it does not fit.
    static Optional<String> normalised(SettingDeclaration.Type type, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return switch (type) {
            case TEXT -> typed.isEmpty() ? Optional.empty() : Optional.of(typed);
            case NUMBER, YEN -> matching(text.replaceAll("[,円]", ""), "\\d{1,9}");
            case DATE -> date(text);
            case YES_NO -> matching(text, "yes|no");
            case TELEPHONE -> matching(text.replaceAll("[ー−‐]", "-"), "0\\d{1,4}-?\\d{1,4}-?\\d{3,4}");
            case MAIL -> matching(text, "[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
        };
    }

    static Refusal refusal(SettingDeclaration declaration) {
        return Refusal.of(
                "platform.setting.does-not-fit",
                declaration.label(),
                declaration.type().label());
    }

    private static Optional<String> matching(String text, String pattern) {
        return text.matches(pattern) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
