package town.machi.messaging.line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;

/// One event of LINE's webhook, as far as the town acts on it.
sealed interface Incoming {

    record Followed(String user, @Nullable String replyToken, Instant at) implements Incoming {}

    record Left(String user, Instant at) implements Incoming {}

    record Said(String user, @Nullable String replyToken, Instant at, What what) implements Incoming {}

    /// Ignored, by rule.
    ///
    /// @param why for the row: `group`, `unsend`
    record Nothing(String why) implements Incoming {}

    /// What was said.
    sealed interface What {

        record Words(String text) implements What {}

        record Tap(String data) implements What {}

        record Picture(String messageId) implements What {}

        record Spot(Place place, @Nullable String name) implements What {}

        /// A sticker, a film, a voice: nothing that a topic understands.
        record Other(String kind) implements What {}
    }
}
