package town.machi.casework;

import java.util.List;
import town.machi.kernel.Refusal;

/// What came of something that somebody of the office did to a case.
public sealed interface ActOutcome {

    /// @param event what it left in the history; a repeated request gets the first one again
    record Done(CaseEvent event) implements ActOutcome {}

    record Refused(Refusal refusal) implements ActOutcome {}

    /// The page was older than the case.
    ///
    /// @param since what happened meanwhile, oldest first
    record Stale(CaseFile now, List<CaseEvent> since) implements ActOutcome {}

    /// There is no such case, or not for this person; nobody learns which.
    record NotFound() implements ActOutcome {}

    static ActOutcome refused(String key, Object... args) {
        return new Refused(Refusal.of(key, args));
    }
}
