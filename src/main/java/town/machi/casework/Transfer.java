package town.machi.casework;

import java.time.LocalDate;
import java.util.UUID;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Yen;

/// One payment by bank.
///
/// @param on the day of its state
public record Transfer(
        UUID id,
        CaseId caseId,
        ReceiptNumber receipt,
        String name,
        Yen yen,
        Account account,
        State state,
        LocalDate on) {

    /// As the passbook has it.
    ///
    /// @param kind `ordinary`, `current`, `savings`
    /// @param number seven digits
    /// @param holder in kana
    public record Account(
            String bank,
            String bankCode,
            String branch,
            String branchCode,
            String kind,
            String number,
            String holder) {}

    /// Stored by name.
    public enum State {
        ORDERED("支払データに入れました"),
        PAID("支払いました"),
        RETURNED("戻ってきました");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// What the finance system takes. Stored by name.
    public enum Format {
        CSV("CSV"),
        ZENGIN("全銀協 総合振込");

        private final String label;

        Format(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
