package town.machi.document;

import java.time.LocalDate;

/// What became of a paper: it went out, or it came back.
///
/// @param by `staff:uuid`
public record Dispatch(Step step, LocalDate on, String by) {

    /// Stored by name.
    public enum Step {
        POSTED("郵送しました", "郵送したと記録する"),
        HANDED("手渡しました", "手渡したと記録する"),
        RETURNED("戻ってきました", "戻ってきたと記録する");

        private final String label;
        private final String button;

        Step(String label, String button) {
            this.label = label;
            this.button = button;
        }

        public String label() {
            return label;
        }

        public String button() {
            return button;
        }

        /// Whether this can come after that; only what was posted comes back.
        ///
        /// @param last null: nothing yet
        boolean canFollow(@org.jspecify.annotations.Nullable Step last) {
            return switch (this) {
                case POSTED, HANDED -> last == null || last == RETURNED;
                case RETURNED -> last == POSTED;
            };
        }
    }
}
