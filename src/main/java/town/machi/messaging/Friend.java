package town.machi.messaging;

import java.time.Instant;
import java.util.Optional;
import town.machi.kernel.Language;

/// Somebody who has added the town's LINE account. No name and no telephone: LINE's own name for them is not kept.
///
/// @param district id of a [District]; empty until they have said it
/// @param since when they became a friend
public record Friend(FriendId id, Optional<String> district, Language language, Instant since) {}
