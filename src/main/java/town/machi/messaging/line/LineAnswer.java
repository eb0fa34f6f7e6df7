package town.machi.messaging.line;

import java.time.Duration;
import java.util.Optional;

/// What LINE answered to one call.
public sealed interface LineAnswer {

    /// Short, for the result: `200`, `409`, `400 invalid-reply-token`.
    String word();

    /// Taken. A repeat of what was taken before (409) is taken too.
    record Accepted(String word) implements LineAnswer {}

    /// Not now (429, 5xx).
    ///
    /// @param pause how long LINE asks to wait
    record Busy(String word, Optional<Duration> pause) implements LineAnswer {}

    /// Nobody answered: it may have been taken, or not.
    record Unknown(String word) implements LineAnswer {}

    /// Refused for good (other 4xx).
    record Refused(String word) implements LineAnswer {}
}
