package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Yen;

/// What happened to the fee of a case.
///
/// @param words the article of a waiver, or why an entry was taken back; empty for money that was received
/// @param number of the receipt that was handed over; empty unless money was received
/// @param by `staff:uuid`
public record FeeEntry(
        CaseId caseId,
        ReceiptNumber receipt,
        Kind kind,
        Yen yen,
        String words,
        Optional<Long> number,
        LocalDate on,
        String by,
        Instant at) {

    /// Stored by name.
    public enum Kind {
        RECEIVED("受け取りました"),
        WAIVED("減免しました"),
        VOIDED("取り消しました");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Whether this may come after what happened last; empty: nothing has, or it was taken back.
        boolean canFollow(Optional<Kind> last) {
            boolean open = last.isEmpty() || last.get() == VOIDED;
            return switch (this) {
                case RECEIVED, WAIVED -> open;
                case VOIDED -> !open;
            };
        }
    }
}
