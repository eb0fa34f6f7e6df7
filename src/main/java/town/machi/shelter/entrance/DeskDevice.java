package town.machi.shelter.entrance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tablet or laptop at an entrance.
///
/// @param number 受付1, 受付2 … in its shelter
/// @param renewal the number of the next renewal code that it has not used
/// @param leaseUntil until when it may read its list without having heard of us
/// @param offsetMillis how far its clock was ahead of ours when it was last heard of
public record DeskDevice(
        UUID id,
        UUID shelter,
        DeskPass pass,
        int number,
        byte[] publicKey,
        byte[] leaseSecret,
        int renewal,
        Instant leaseUntil,
        Instant enrolledAt,
        @Nullable Instant seenAt,
        @Nullable Long offsetMillis,
        @Nullable Instant revokedAt) {

    public boolean isRevoked() {
        return revokedAt != null || pass.revokedAt() != null;
    }

    public boolean isCardOver(Instant now) {
        return pass.kind() == DeskPass.Kind.CARD && !now.isBefore(pass.goodUntil());
    }

    public String label() {
        return "受付" + number;
    }
}
