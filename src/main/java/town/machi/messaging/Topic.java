package town.machi.messaging;

import java.util.List;
import town.machi.kernel.Language;

/// Extension point: what a room answers when a friend says or taps something in the LINE talk.
///
/// What is heard goes to: 「やめる」 always leaves the topic; a postback `topic:action:id` goes to the topic it names,
/// whatever was being talked about; anything else to the topic that goes on; and where none does, to the first, by
/// [#order], that [#opens] with it.
public interface Topic {

    /// Lower-case letters, digits, hyphens: `alert`. It stands first in this topic's postbacks.
    String name();

    /// Whether the topic begins with this, nothing else being talked about. Postbacks are not asked.
    default boolean opens(Conversation conversation) {
        return false;
    }

    /// Who is asked first; smaller stands earlier.
    default int order() {
        return 100;
    }

    /// Its cells in the rich menu, and the buttons by which it stands among those that are offered where nobody knows
    /// what was meant. The same number in each language; six at most are shown of all topics together, by [#order].
    default List<QuickReply> menuItems(MenuMode mode, Language language) {
        return List.of();
    }

    /// Answers. Runs in the transaction in which the event is done: what it writes commits with its answer, and when it
    /// throws, all is undone and tried again later. Comes once for each event.
    Spoken answer(Conversation conversation);
}
