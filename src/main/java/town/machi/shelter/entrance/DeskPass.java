package town.machi.shelter.entrance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Actor;
import town.machi.kernel.StaffId;

/// A way to become a desk.
///
/// @param number what stands on the card
/// @param madeBy the member of staff who gave it
public record DeskPass(
        UUID id,
        long number,
        UUID shelter,
        Kind kind,
        StaffId madeBy,
        Instant madeAt,
        Instant goodUntil,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    public enum Kind {
        /// For the device in front of the member of staff: once, within minutes.
        STAFF,
        /// A printed card for a helper: any number of devices, for a day.
        CARD
    }

    public boolean isGood(Instant now) {
        return revokedAt == null && now.isBefore(goodUntil) && (kind == Kind.CARD || usedAt == null);
    }

    /// As whom the desk's deeds are written down: the member of staff, or the holder of the card.
    public Actor actor() {
        return switch (kind) {
            case STAFF -> new Actor.Staff(madeBy, "", java.util.Set.of(), java.util.Set.of());
            case CARD -> new Actor.Resident("shelter.card:" + id);
        };
    }
}
