package town.machi.document;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.SectionId;
import town.machi.platform.FileId;

/// A row of the ledger. Holds no word about the person it was made for.
///
/// @param kind 受理通知書
/// @param about `casework.case:uuid`
/// @param number as printed: 芦水第123号; null for papers without a number
/// @param issuedOn the day written on it
/// @param issuedBy `staff:uuid`
/// @param file its PDF; null once it has been destroyed
/// @param sha256 of the PDF
public record IssuedDocument(
        DocumentId id,
        String template,
        String kind,
        String about,
        SectionId section,
        @Nullable String number,
        LocalDate issuedOn,
        Instant issuedAt,
        String issuedBy,
        @Nullable FileId file,
        String sha256,
        int pages,
        VerificationCode code) {}
