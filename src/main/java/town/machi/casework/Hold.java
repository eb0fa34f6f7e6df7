package town.machi.casework;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;

/// 廃棄の保留: what is not destroyed while something goes on, and why.
///
/// @param words more of why, in the office's words
public record Hold(
        UUID id,
        What what,
        SectionId section,
        Ground ground,
        String words,
        Disposal.Mark put,
        Optional<Disposal.Mark> lifted) {

    public boolean isLiving() {
        return lifted.isEmpty();
    }

    /// What is held.
    public sealed interface What {
        record OneCase(CaseId id, ReceiptNumber receipt) implements What {}

        record OfProcedure(ProcedureName procedure) implements What {}

        /// All cases that are found by this word, those to come too.
        ///
        /// @param word folded as the search folds it; null once the hold was lifted
        record OfPerson(@Nullable String word) implements What {}
    }

    /// Stored by name.
    public enum Ground {
        REVIEW("審査請求"),
        LAWSUIT("訴訟"),
        DISASTER_DEATH("災害関連死の審査"),
        DISCLOSURE("開示請求・公開請求"),
        AUDIT("監査"),
        OTHER("その他");

        private final String label;

        Ground(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
