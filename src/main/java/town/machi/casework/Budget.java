package town.machi.casework;

import java.util.Optional;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Yen;
import town.machi.procedure.ProcedureName;

/// The money of a 補助金 for a year.
///
/// @param total 予算; empty: 未設定
/// @param bound by what was decided, as long as it is not less
public record Budget(ProcedureName procedure, FiscalYear year, Optional<Yen> total, Sums sums) {

    /// @param count decisions of the year, those that were cancelled not counted
    public record Sums(long count, Yen decided, Yen fixed, Yen paid, Yen bound) {}

    /// What can still be decided; empty where no budget is set.
    public Optional<Yen> left() {
        return total.map(yen -> yen.minus(sums.bound()));
    }
}
