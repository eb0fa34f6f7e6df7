package town.machi.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;

/// What was filed, and how it stands.
public record SubmissionFile(UUID id, ReceiptNumber receipt, Basis basis, Content content, Way way, Standing standing) {

    /// The version that was answered; it stays the one.
    ///
    /// @param hash of the definition's source
    public record Basis(ProcedureName procedure, int version, String hash) {}

    /// @param sent as first sent, frozen
    /// @param current with what was corrected since
    /// @param files of the current answers
    public record Content(Answers sent, Answers current, List<Filed.FileRef> files) {}

    /// @param typist `staff:…` where somebody of the office typed it
    public record Way(
            Channel channel,
            @Nullable String typist,
            Language language,
            @Nullable String mail,
            Instant filedAt,
            Set<UUID> linked) {}

    /// @param words what casework said, the oldest first
    /// @param openFields paths that the resident may correct now
    /// @param withdrawalLateAt when it was taken back too late, and so was not
    public record Standing(
            List<StatusWord> words,
            Set<String> openFields,
            boolean closed,
            @Nullable Instant withdrawnAt,
            @Nullable Instant withdrawalLateAt) {

        public Optional<StatusWord> latest() {
            return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
        }

        /// Whether the resident can still take it back.
        public boolean isWithdrawable() {
            return !closed && withdrawnAt == null && latest().stream().noneMatch(StatusWord::firm);
        }

        public boolean isCorrectable() {
            return !closed && withdrawnAt == null && !openFields.isEmpty();
        }
    }

    /// As whom files of its answers are kept.
    public String owner() {
        return "submission:" + id;
    }
}
