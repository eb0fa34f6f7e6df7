package town.machi.submission;

import java.util.List;
import java.util.Optional;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.procedure.ProcedureName;
import town.machi.shell.Texts;

/// Extension point: one form that says two things to the town (a move stops the water here and starts it there). The
/// second filing is made from the first one's answers, filed with it or not at all, and linked with it. The resident
/// has one receipt, that of the form.
public interface FiledTogether {

    /// What is filed besides; its id must be the same for a repeat.
    ///
    /// @param answers those of the form that apply
    List<Filing> alsoFiled(Filing filing, Answers answers);

    /// What is wrong in the second, said at the questions of the form that was asked.
    List<FieldFault> asAsked(Filing also, List<FieldFault> faults);

    /// What the part with this procedure is about, where several were filed together: 「今の家の水道を止める」.
    default Optional<String> findPartName(ProcedureName procedure, Texts texts) {
        return Optional.empty();
    }
}
