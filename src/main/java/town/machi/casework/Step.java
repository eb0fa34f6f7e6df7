package town.machi.casework;

import town.machi.kernel.Refusal;

/// What the rules say to a change: it goes there, or no and why.
public sealed interface Step {

    record Taken(Standing to) implements Step {}

    record Refused(Refusal refusal) implements Step {}

    /// Somebody else changed the case meanwhile.
    ///
    /// @param revision the one that the case has now
    record Stale(int revision) implements Step {}

    static Step refused(String key, Object... args) {
        return new Refused(Refusal.of(key, args));
    }
}
