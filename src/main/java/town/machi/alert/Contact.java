package town.machi.alert;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// Somebody whom the town calls when a message cannot reach them otherwise.
///
/// @param district id of a district
/// @param note what the caller must know; may be empty
public record Contact(UUID id, Kind kind, String name, String telephone, String district, String note) {

    /// From which list.
    public enum Kind {
        /// The shelters' room keeps that list.
        SUPPORT("避難行動要支援者"),
        PHONE("電話を登録した人"),
        WARD("区長"),
        FIRE("消防団");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Kind> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst();
        }
    }

    /// As the audit names it.
    public String subject() {
        return "alert.contact:" + id;
    }

    /// Names and telephones are personal; logs get neither.
    @Override
    public String toString() {
        return "contact:" + id;
    }
}
