package town.machi.alert;

import town.machi.kernel.Refusal;

/// What came of asking the rules: the message as it stands next, or why not.
public sealed interface Step {

    record Taken(Alert next) implements Step {}

    record Refused(Refusal refusal) implements Step {}

    /// The message changed since the page was made.
    record Stale(int revision) implements Step {}

    static Step refused(String key, Object... args) {
        return new Refused(Refusal.of(key, args));
    }
}
