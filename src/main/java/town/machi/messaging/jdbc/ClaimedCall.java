package town.machi.messaging.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One multicast whose turn it is, held by one node.
///
/// @param messages as LINE takes them
/// @param users LINE's ids of those who are still friends
/// @param heads how many they were when the bulk was settled
/// @param tries this one included
public record ClaimedCall(
        UUID bulk,
        String language,
        int part,
        UUID retryKey,
        String messages,
        boolean silent,
        List<String> users,
        int heads,
        int tries,
        Instant firstTriedAt) {

    public int gone() {
        return heads - users.size();
    }

    @Override
    public String toString() {
        return "call " + retryKey;
    }
}
