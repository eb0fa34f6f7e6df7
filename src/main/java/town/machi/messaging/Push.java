package town.machi.messaging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Messages to one friend, sent in one call.
///
/// @param messages one to five
/// @param about the record they tell of: `case:<uuid>`
/// @param onceKey with the same key only the first is sent; null: always sent
/// @param silent whether the telephone stays still
public record Push(
        FriendId to,
        List<LineMessage> messages,
        String about,
        @Nullable UUID onceKey,
        boolean silent) {

    static final int MOST_MESSAGES = 5;

    public Push {
        messages = List.copyOf(messages);
        if (messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            throw new IllegalArgumentException("One to five messages in a call");
        }
    }

    public Push(FriendId to, LineMessage message, String about, @Nullable UUID onceKey) {
        this(to, List.of(message), about, onceKey, false);
    }

    /// What is said is personal; logs get nothing of it.
    @Override
    public String toString() {
        return "push about " + about;
    }
}
