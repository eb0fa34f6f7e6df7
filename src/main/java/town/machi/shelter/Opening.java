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

    /// @param openedAt when it first was open
    /// @param unusableAt since when it cannot be used; null: it can, or nobody looked yet
    /// @param confirmedAt when somebody on site last said so
    public record Times(
            Instant preparedAt,
            @Nullable Instant openedAt,
            @Nullable Instant unusableAt,
            @Nullable Instant closedAt,
            Instant confirmedAt) {

        public Times(Instant preparedAt, @Nullable Instant openedAt, @Nullable Instant closedAt, Instant confirmedAt) {
            this(preparedAt, openedAt, null, closedAt, confirmedAt);
        }

        Times opened(Instant at) {
            return new Times(preparedAt, openedAt == null ? at : openedAt, null, closedAt, at);
        }

        Times unusable(Instant at) {
            return new Times(preparedAt, openedAt, unusableAt == null ? at : unusableAt, closedAt, at);
        }

        Times confirmed(Instant at) {
            return new Times(preparedAt, openedAt, unusableAt, closedAt, at);
        }
    }

    /// With open doors: the building was looked at, point by point.
    public Opening opened(Set<SafetyCheck> looked, Instant at) {
        String why = state == OpeningState.UNUSABLE ? "" : reason;
        return new Opening(
                id, shelter, disaster, OpeningState.OPEN, why, looked, null, false, times.opened(at), revision + 1);
    }

    /// It cannot be used, or cannot any more: an aftershock came. Said again, it changes why and where to go.
    ///
    /// @param instead where to go; null: not known yet
    public Opening unusable(String why, @Nullable ShelterId instead, Instant at) {
        return new Opening(
                id,
                shelter,
                disaster,
                OpeningState.UNUSABLE,
                why,
                Set.of(),
                instead,
                false,
                times.unusable(at),
                revision + 1);
    }

    /// Full whatever the numbers say, or again as they say.
    public Opening forced(boolean full, Instant at) {
        return new Opening(
                id, shelter, disaster, state, reason, safety, alternative, full, times.confirmed(at), revision + 1);
    }

    public boolean isLive() {
        return state != OpeningState.CLOSED;
    }
}
