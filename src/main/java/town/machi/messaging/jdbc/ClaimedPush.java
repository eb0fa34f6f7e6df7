package town.machi.messaging.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One push whose turn it is, held by one node.
///
/// @param user LINE's id; null when they have left
/// @param replyToken null when there is none
/// @param tries this one included
public record ClaimedPush(
        UUID id,
        @Nullable String user,
        String messages,
        boolean silent,
        @Nullable String replyToken,
        @Nullable Instant replyUntil,
        int tries,
        Instant firstTriedAt) {

    @Override
    public String toString() {
        return "push " + id;
    }
}
