package town.machi.casework;

import java.util.UUID;
import town.machi.procedure.ProcedureName;

/// A case was opened from its package. Published inside the transaction.
public record CaseOpened(CaseId caseId, UUID submission, ProcedureName procedure) {}
