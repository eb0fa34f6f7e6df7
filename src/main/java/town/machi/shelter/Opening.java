package town.machi.shelter;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One time that a shelter is open, from the first call to its closing.
///
/// @param reason why it was opened, or why it cannot be used
/// @param safety which points of the 安全確認 were ticked
/// @param alternative where to go instead, where it cannot be used
/// @param forcedFull staff say 満員, whatever the numbers say
/// @param revision grows with each change; an act carries the one it saw
public record Opening(
        OpeningId id,
        ShelterId shelter,
        DisasterId disaster,
        OpeningState state,
        String reason,
        Set<SafetyCheck> safety,
        @Nullable ShelterId alternative,
        boolean forcedFull,
        Times times,
        int revision) {

    public Opening {
        safety = Set.copyOf(safety);
    }

    /// @param confirmedAt when somebody on site last said so
    public record Times(
            Instant preparedAt,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            Instant confirmedAt) {}

    public boolean isLive() {
        return state != OpeningState.CLOSED;
    }
}
