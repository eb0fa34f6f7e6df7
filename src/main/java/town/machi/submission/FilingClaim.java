package town.machi.submission;

import java.util.List;
import java.util.UUID;
import town.machi.form.Answers;
import town.machi.form.FieldFault;

/// Extension point: what a filing takes of which there is not enough for everybody: a crew's day, a hall. It is asked
/// in the transaction of filing, after the answers were found complete; where it refuses, nothing is filed, and the
/// resident finds the fault at the question with all that they typed.
public interface FilingClaim {

    /// Takes it; nothing more where this filing has it already.
    ///
    /// @param answers those that apply
    /// @return what is wrong, at which question; empty: taken, or nothing to take
    List<FieldFault> claim(Filing filing, Answers answers);

    /// Gives it back: another part of the same filing was refused.
    void release(UUID submission);
}
