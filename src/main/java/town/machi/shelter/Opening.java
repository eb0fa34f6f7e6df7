package town.machi.shelter;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One time that a shelter is open, from the first call to its closing.
///
/// @param reason why it was opened
/// @param safety which points of the 安全確認 were ticked
/// @param unusable why it cannot be used, or could not when it was closed; null: it can
/// @param forcedFull staff say 満員, whatever the numbers say
/// @param revision grows with each change; an act carries the one it saw
public record Opening(
        OpeningId id,
        ShelterId shelter,
        DisasterId disaster,
        OpeningState state,
        String reason,
        Set<SafetyCheck> safety,
        @Nullable Unusable unusable,
        boolean forcedFull,
        Times times,
        int revision) {

    public Opening {
        safety = Set.copyOf(safety);
    }

    /// @param why as staff wrote it; never told to the public
    /// @param instead where to go; null: not known yet
    public record Unusable(
            Instant since, String why, @Nullable ShelterId instead) {}

    /// @param openedAt when it first was open
    /// @param confirmedAt when somebody on site last said so
    public record Times(
            Instant preparedAt,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            Instant confirmedAt) {

        Times opened(Instant at) {
            return new Times(preparedAt, openedAt == null ? at : openedAt, closedAt, at);
        }

        Times confirmed(Instant at) {
            return new Times(preparedAt, openedAt, closedAt, at);
        }
    }

    /// With open doors: the building was looked at, point by point.
    public Opening opened(Set<SafetyCheck> looked, Instant at) {
        return next(OpeningState.OPEN, looked, null, false, times.opened(at));
    }

    /// It cannot be used, or cannot any more: an aftershock came. Said again, it changes why and where to go.
    public Opening unusable(String why, @Nullable ShelterId instead, Instant at) {
        Instant since = unusable == null ? at : unusable.since();
        var told = new Unusable(since, why, instead);
        return next(OpeningState.UNUSABLE, Set.of(), told, false, times.confirmed(at));
    }

    /// Full whatever the numbers say, or again as they say.
    public Opening forced(boolean full, Instant at) {
        return next(state, safety, unusable, full, times.confirmed(at));
    }

    public Opening closed(Instant at) {
        var ended = new Times(times.preparedAt(), times.openedAt(), at, at);
        return next(OpeningState.CLOSED, safety, unusable, false, ended);
    }

    private Opening next(
            OpeningState to, Set<SafetyCheck> looked, @Nullable Unusable told, boolean full, Times changed) {
        return new Opening(id, shelter, disaster, to, reason, looked, told, full, changed, revision + 1);
    }

    /// Where to go instead; null: it can be used, or nobody knows yet.
    public @Nullable ShelterId instead() {
        return unusable == null ? null : unusable.instead();
    }

    /// Why it cannot be used; empty: it can.
    public String whyUnusable() {
        return unusable == null ? "" : unusable.why();
    }

    public boolean isLive() {
        return state != OpeningState.CLOSED;
    }
}
