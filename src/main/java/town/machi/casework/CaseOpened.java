package town.machi.casework;

import java.util.UUID;

/// A case was opened from its package. Published inside the transaction.
public record CaseOpened(CaseId caseId, UUID submission) {}
