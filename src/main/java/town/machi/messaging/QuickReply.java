package town.machi.messaging;

import java.net.URI;
import town.machi.kernel.Graphemes;

/// What a friend can tap instead of typing.
public sealed interface QuickReply {

    int LONGEST_LABEL = 20;

    /// At most 20 letters as people count them.
    String label();

    /// Comes back as a postback; the talk shows `said` as if the friend had typed it.
    record Tap(String label, Postback postback, String said) implements QuickReply {
        public Tap {
            check(label);
        }

        public Tap(String label, Postback postback) {
            this(label, postback, label);
        }
    }

    /// Comes back as if typed.
    record Say(String label, String text) implements QuickReply {
        public Say {
            check(label);
        }
    }

    /// Opens the camera, or the photos that are there already; comes back as an image.
    record Photo(String label, boolean camera) implements QuickReply {
        public Photo {
            check(label);
        }
    }

    /// Opens the map; comes back as a place.
    record WherePlace(String label) implements QuickReply {
        public WherePlace {
            check(label);
        }
    }

    /// Opens a page.
    record Open(String label, URI page) implements QuickReply {
        public Open {
            check(label);
        }
    }

    private static void check(String label) {
        if (label.isBlank() || Graphemes.count(label) > LONGEST_LABEL) {
            throw new IllegalArgumentException("Not a label of 1 to 20 letters: " + label);
        }
    }
}
