package town.machi.water.intake;

import town.machi.casework.CaseId;

/// Staff have said which point a case is about, or that what held it is fine. Part of the act.
public record PointSettled(CaseId caseId) {}
