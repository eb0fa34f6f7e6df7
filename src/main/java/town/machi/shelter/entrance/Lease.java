package town.machi.shelter.entrance;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long a desk may read its list without having heard of us.
///
/// @param hours how long from a renewal code on
/// @param cardUntil the end of the helper's card, which neither the lease nor a code outlasts; null for staff
public record Lease(Instant until, long hours, @Nullable Instant cardUntil) {

    /// A lease that begins now; with a card it ends with the card.
    static Lease of(DeskPass pass, Instant now, Duration length) {
        Instant card = pass.kind() == DeskPass.Kind.CARD ? pass.goodUntil() : null;
        Instant end = now.plus(length);
        return new Lease(card != null && card.isBefore(end) ? card : end, length.toHours(), card);
    }
}
