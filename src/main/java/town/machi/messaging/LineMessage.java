package town.machi.messaging;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Place;
import town.machi.kernel.Refusal;

/// One message in a LINE talk; up to five go in one call.
///
/// Lengths as LINE counts them: text in UTF-16 code units (🍎 is two), labels and titles in letters as people count
/// them. Nothing is ever cut: what is too long is refused before it is sent, see [#findFault].
///
/// Source: LINE Developers, Messaging API reference; text character count.
public sealed interface LineMessage {

    int LONGEST_TEXT = 5_000;
    int MOST_QUICK_REPLIES = 13;
    int LONGEST_BUTTON_TEXT = 160;
    int MOST_BUTTONS = 4;
    int LONGEST_PLACE = 100;

    List<QuickReply> quickReplies();

    record Text(String text, List<QuickReply> quickReplies) implements LineMessage {
        public Text {
            quickReplies = checked(quickReplies);
            findFault(text).ifPresent(fault -> {
                throw new IllegalArgumentException("Not a text for LINE: " + fault.key());
            });
        }
    }

    /// Buttons that stay in the talk, under a short text.
    ///
    /// @param summary what the list of talks and old programs show instead
    /// @param buttons one to four; no photo and no map among them
    record Buttons(String summary, String text, List<QuickReply> buttons) implements LineMessage {
        public Buttons {
            buttons = List.copyOf(buttons);
            if (text.isBlank() || Graphemes.count(text) > LONGEST_BUTTON_TEXT || summary.isBlank()) {
                throw new IllegalArgumentException("A text over buttons holds 1 to 160 letters");
            }
            if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
                throw new IllegalArgumentException("One to four buttons");
            }
        }

        @Override
        public List<QuickReply> quickReplies() {
            return List.of();
        }
    }

    /// A place on LINE's map. Title and address: 1 to 100 letters.
    record Spot(String title, String address, Place place, List<QuickReply> quickReplies) implements LineMessage {
        public Spot {
            quickReplies = checked(quickReplies);
            if (title.isBlank()
                    || address.isBlank()
                    || Graphemes.count(title) > LONGEST_PLACE
                    || Graphemes.count(address) > LONGEST_PLACE) {
                throw new IllegalArgumentException("Title and address hold 1 to 100 letters");
            }
        }
    }

    /// A picture that LINE fetches itself; both addresses are https.
    record Image(URI original, URI preview, List<QuickReply> quickReplies) implements LineMessage {
        public Image {
            quickReplies = checked(quickReplies);
            if (!"https".equals(original.getScheme()) || !"https".equals(preview.getScheme())) {
                throw new IllegalArgumentException("LINE fetches pictures over https only");
            }
        }
    }

    static Text text(String text) {
        return new Text(text, List.of());
    }

    static Text text(String text, QuickReply... quickReplies) {
        return new Text(text, List.of(quickReplies));
    }

    /// How long LINE says that it is.
    static int length(String text) {
        return text.length();
    }

    /// Why LINE would not take the text: empty, over 5,000 units (names the count), or half a character.
    static Optional<Refusal> findFault(String text) {
        if (text.isBlank()) {
            return Optional.of(Refusal.of("messaging.line.empty"));
        }
        if (length(text) > LONGEST_TEXT) {
            return Optional.of(Refusal.of("messaging.line.too-long", length(text), LONGEST_TEXT));
        }
        boolean broken = text.codePoints()
                .anyMatch(letter ->
                        letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE || letter == 0);
        return broken ? Optional.of(Refusal.of("messaging.line.broken")) : Optional.empty();
    }

    private static List<QuickReply> checked(List<QuickReply> quickReplies) {
        if (quickReplies.size() > MOST_QUICK_REPLIES) {
            throw new IllegalArgumentException("At most 13 quick replies");
        }
        return List.copyOf(quickReplies);
    }
}
