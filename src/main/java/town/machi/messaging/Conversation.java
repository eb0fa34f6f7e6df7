package town.machi.messaging;

import java.time.Instant;
import java.util.UUID;

/// Where a talk with one friend stands, and what has just been heard. One row for each friend; it is locked while its
/// topic answers, so that two nodes never answer the same friend at once.
///
/// @param state what the topic left there the last time, in its own notation; empty at the beginning
/// @param eventId of what was heard: unique, the same when LINE delivers it again; a good once-key
/// @param at when the friend did it
public record Conversation(Friend friend, String state, UUID eventId, Instant at, Heard heard) {

    /// Whether the topic has not yet been talking with this friend.
    public boolean isNew() {
        return state.isEmpty();
    }
}
