package town.machi.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How it stands with one message to one recipient.
///
/// @param tries how often it was tried
/// @param nextTryAt when it is tried next, while it waits
/// @param result the last answer of the other side: `250`, `550 5.1.1`, `no-connection`; null before the first
public record Delivery(
        UUID id,
        String about,
        State state,
        int tries,
        Instant createdAt,
        Instant nextTryAt,
        @Nullable String result) {

    public enum State {
        WAITING("送信待ち"),
        SENT("送信済み"),
        FAILED("届かず");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /// The word on the screen.
        public String label() {
            return label;
        }
    }
}
