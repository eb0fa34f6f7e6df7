package town.machi.messaging;

import java.util.List;

/// What a topic answers, and whether it goes on talking.
///
/// @param messages none to five; they leave as an answer to what was heard
/// @param state what the topic wants to find in [Conversation#state] next time; empty: the topic is over
public record Spoken(List<LineMessage> messages, String state) {

    public Spoken {
        messages = List.copyOf(messages);
        if (messages.size() > Push.MOST_MESSAGES) {
            throw new IllegalArgumentException("At most five messages in a call");
        }
    }

    /// Says this and is done.
    public static Spoken end(LineMessage... messages) {
        return new Spoken(List.of(messages), "");
    }

    /// Says this and waits for an answer.
    public static Spoken goOn(String state, LineMessage... messages) {
        if (state.isEmpty()) {
            throw new IllegalArgumentException("Who goes on says where");
        }
        return new Spoken(List.of(messages), state);
    }
}
