package town.machi.form;

import java.util.List;

/// What came of what was posted.
///
/// @param answers with what was sound taken in; a question with a fault keeps its earlier answer
/// @param faults in the order of the form
public record Taken(Answers answers, List<FieldFault> faults) {

    public boolean isSound() {
        return faults.isEmpty();
    }
}
