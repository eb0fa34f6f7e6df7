package town.machi.casework;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.casework.grant.Granting;
import town.machi.casework.jdbc.GrantRows;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Refusal;
import town.machi.kernel.Yen;
import town.machi.procedure.ProcedureName;

/// The money of 補助金, for the papers and for whoever else reads a case.
@Component
public class Grants {

    private final GrantRows rows;
    private final Granting granting;

    Grants(GrantRows rows, Granting granting) {
        this.rows = rows;
        this.granting = granting;
    }

    /// @return empty while nothing was proposed or decided
    public Optional<GrantFile> find(CaseFile file) {
        return rows.find(file.id());
    }

    /// The last change of what was decided; empty: it stands as it was decided first.
    public Optional<GrantChange> findChange(CaseFile file) {
        return rows.findChange(file.id());
    }

    /// Puts an amount before whoever decides.
    ///
    /// @return why not
    public Optional<Refusal> propose(CaseId id, Yen yen, UUID request, Actor.Staff staff) {
        return granting.propose(id, yen.format(), request, staff);
    }

    /// The budget of a year, never below what is bound already.
    ///
    /// @return why not
    public Optional<Refusal> setBudget(
            ProcedureName procedure, FiscalYear year, Yen yen, UUID request, Actor.Staff staff) {
        return granting.setBudget(procedure, year, yen.format(), request, staff);
    }
}
