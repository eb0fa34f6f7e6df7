package town.machi.submission;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;

/// What passes from `submission` to `casework`, and nothing else does (decision 18): it explains itself, so that a case
/// can be opened from it alone. In one process it is published as an event inside the transaction; between two zones it
/// travels as a signed file.
public sealed interface Filed {

    UUID submission();

    /// 1 for the first package of a submission, then counting up; a gap or a repeat is seen.
    int sequence();

    Instant at();

    /// Something new was filed.
    ///
    /// @param definitionHash of the source; equal hashes are equal sources
    /// @param typist `staff:…` where somebody of the office typed it, null otherwise
    /// @param mail where the resident wants to be told; null: nowhere
    /// @param linked submissions that were filed together with this one
    record New(
            UUID submission,
            int sequence,
            Instant at,
            ReceiptNumber receipt,
            ProcedureName procedure,
            int version,
            String definitionHash,
            ProcedureSource source,
            Answers answers,
            List<FileRef> files,
            Channel channel,
            @Nullable String typist,
            Language language,
            @Nullable String mail,
            Set<UUID> linked)
            implements Filed {}

    /// The resident answered a send-back. Only fields that were open are inside.
    record Correction(UUID submission, int sequence, Instant at, Answers answers, List<FileRef> files)
            implements Filed {}

    /// The resident took it back.
    record Withdrawal(UUID submission, int sequence, Instant at) implements Filed {}

    /// A file of an answer, by its id in platform's `Files`.
    record FileRef(UUID id, String name, String contentType, long bytes, String sha256) {}
}
