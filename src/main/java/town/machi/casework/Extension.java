package town.machi.casework;

import java.time.LocalDate;

/// That a decision is to be put off.
///
/// @param until the new last day
/// @param reason words that the resident will read
/// @param seenRevision the revision that the page showed
public record Extension(LocalDate until, String reason, int seenRevision) {}
