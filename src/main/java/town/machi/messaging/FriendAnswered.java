package town.machi.messaging;

import java.time.Instant;
import java.util.UUID;

/// A friend tapped a button. Published in the transaction in which the topic answers it.
///
/// @param eventId unique; the same when LINE delivers it again, so the event comes once
public record FriendAnswered(UUID eventId, FriendId friend, Postback postback, Instant at) {}
