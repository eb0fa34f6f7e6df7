package town.machi.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A file as it is kept.
///
/// @param name as the person named it, made safe to show
/// @param contentType of the original, found from its bytes
/// @param size of the original in bytes
/// @param sha256 of the original, in hexadecimal
/// @param owner to whom it belongs: `submission:uuid`
/// @param keepUntil the last day; empty: as long as its owner
/// @param shownType of what [Files#open] gives; empty when it can only be downloaded (HEIC without converter)
public record StoredFile(
        FileId id,
        String name,
        String contentType,
        long size,
        String sha256,
        String owner,
        Optional<LocalDate> keepUntil,
        Optional<String> shownType,
        Instant storedAt) {}
