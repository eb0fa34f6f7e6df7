package town.machi.casework;

import java.util.Set;

/// What somebody wants to do with a case.
///
/// @param act id of the act in the workflow: `accept`
/// @param seenRevision the revision that the page showed on which they decided
/// @param reason words that the resident will read; empty where the act needs none
/// @param fields paths of the questions to open to the resident; empty unless it is a send-back
public record Move(String act, int seenRevision, String reason, Set<String> fields) {

    public Move {
        fields = Set.copyOf(fields);
    }

    public static Move of(String act, int seenRevision) {
        return new Move(act, seenRevision, "", Set.of());
    }
}
