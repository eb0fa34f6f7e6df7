package town.machi.messaging.jdbc;

import java.time.Instant;
import java.util.UUID;

/// A message whose turn it is, held by one dispatcher until `heldUntil`.
///
/// @param tries this one included
public record Claimed(
        UUID id, String recipient, String subject, String body, int tries, Instant createdAt, Instant heldUntil) {

    /// Address and text are personal; logs get neither.
    @Override
    public String toString() {
        return "message " + id;
    }
}
