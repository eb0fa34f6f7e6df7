package town.machi.messaging;

/// What came of one try.
sealed interface Attempt {

    /// The other side has taken it.
    record Sent(String answer) implements Attempt {}

    /// Not now; later perhaps.
    record Deferred(String answer) implements Attempt {}

    /// This recipient, or this message, is refused for good.
    record Rejected(String answer) implements Attempt {}

    /// Nobody answers: the others need not be tried now either.
    record NoConnection(String answer) implements Attempt {}
}
