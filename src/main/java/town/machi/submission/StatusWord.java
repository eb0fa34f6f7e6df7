package town.machi.submission;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.procedure.Words;

/// What comes back from `casework`: a word about where it stands, and what the resident may do.
///
/// @param revision counts up with each word of a case; an older one that arrives late changes nothing
/// @param state id of the workflow's state
/// @param openFields paths of the fields that the resident may correct; empty unless it was sent back
/// @param message what the office says to the resident; null: nothing
/// @param firm it cannot be taken back any more, though more will come
/// @param closed no more will come
public record StatusWord(
        UUID submission,
        int revision,
        Instant at,
        String state,
        Words label,
        Set<String> openFields,
        @Nullable String message,
        boolean firm,
        boolean closed) {}
