package town.machi.alert;

import java.util.Optional;
import java.util.UUID;

/// A message.
public record AlertId(UUID value) {

    public static Optional<AlertId> parse(String text) {
        try {
            return Optional.of(new AlertId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// As the audit names it.
    public String subject() {
        return "alert.alert:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
