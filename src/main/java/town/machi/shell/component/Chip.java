package town.machi.shell.component;

import java.util.Locale;

/// A state as a word with a shape, so that colour never speaks alone.
public record Chip(Tone tone, String word) {

    public enum Tone {
        /// ○ nothing has happened yet
        NEW,
        /// ◐ somebody works on it
        ACTIVE,
        /// ◇ waits for somebody else
        WAITING,
        /// ✓ finished well
        DONE,
        /// ! late, or needs a look at once
        ALERT,
        /// ■ ended without effect: withdrawn, refused, cancelled
        STOPPED;

        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
