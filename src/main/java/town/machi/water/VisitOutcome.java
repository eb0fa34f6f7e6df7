package town.machi.water;

import town.machi.kernel.Refusal;

/// What came of a crew's report.
public sealed interface VisitOutcome {

    /// It is kept; a repeat of the same report gets the first one again.
    record Kept(Visit visit) implements VisitOutcome {}

    record Refused(Refusal refusal) implements VisitOutcome {}

    /// There is no such order.
    record NotFound() implements VisitOutcome {}
}
