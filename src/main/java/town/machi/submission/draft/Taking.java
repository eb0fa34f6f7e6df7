package town.machi.submission.draft;

import java.util.List;
import town.machi.form.FieldFault;
import town.machi.form.Journey;
import town.machi.form.Typed;

/// What came of posting a page.
public sealed interface Taking {

    /// It is in.
    record In(Course course) implements Taking {}

    /// Something has to be mended; what was typed is kept.
    record ToMend(Course course, Journey.Step step, Typed typed, List<FieldFault> faults) implements Taking {}

    /// The page does not apply (any more).
    record NotAsked(Course course) implements Taking {}
}
