package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.submission.Filed;

/// A case with all that was said in it.
///
/// @param basis under which definition it was filed
/// @param filing how it came to us
/// @param section who works on it now
/// @param assignee who took it; empty while nobody has
/// @param name of the person it is about, as typed; empty where the form asks for none
/// @param answers as they are now, corrections applied
public record CaseFile(
        CaseId id,
        Basis basis,
        Filing filing,
        SectionId section,
        Standing standing,
        Optional<StaffId> assignee,
        String name,
        Answers answers,
        List<Filed.FileRef> files) {

    public CaseFile {
        files = List.copyOf(files);
    }

    /// @param hash SHA-256 of the frozen source
    public record Basis(ProcedureName procedure, int version, String hash) {}

    /// @param receivedAt the true time
    /// @param countsFrom the open day from which it counts
    /// @param sequence of the last package that was taken in
    /// @param typist `staff:…` where somebody of the office typed it
    /// @param mail where the resident wants to be told
    public record Filing(
            UUID submission,
            ReceiptNumber receipt,
            int sequence,
            Instant receivedAt,
            LocalDate countsFrom,
            Channel channel,
            @Nullable String typist,
            Language language,
            @Nullable String mail) {}

    public CaseState state() {
        return standing.state();
    }

    public int revision() {
        return standing.revision();
    }

    public ReceiptNumber receipt() {
        return filing.receipt();
    }
}
