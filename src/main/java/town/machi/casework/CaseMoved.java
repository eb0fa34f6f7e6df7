package town.machi.casework;

/// A case has a new standing. Published inside the transaction of the act.
///
/// @param act id of the act; `correct` and `withdraw` where the resident moved it
public record CaseMoved(CaseId caseId, String act, String from, String to, int revision) {}
