package town.machi.casework;

import java.time.LocalDate;
import java.util.Optional;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Yen;

/// The money of a case, with its days.
///
/// @param year the fiscal year whose budget it is decided from; empty: not yet decided
/// @param proposed the amount that 担当 has put before whoever decides; empty: none
public record GrantFile(CaseId caseId, Grant grant, Optional<FiscalYear> year, Optional<Yen> proposed, Days days) {

    public record Days(Optional<LocalDate> decided, Optional<LocalDate> fixed, Optional<LocalDate> cancelled) {

        public static final Days NONE = new Days(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static GrantFile of(CaseId caseId) {
        return new GrantFile(caseId, Grant.NONE, Optional.empty(), Optional.empty(), Days.NONE);
    }
}
