package town.machi.casework.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Workflow;
import town.machi.casework.jdbc.DefinitionRows;
import town.machi.kernel.ProblemException;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Procedures;

/// The definitions under which cases were filed, read again from the sources that came with them. What is published
/// today does not matter here.
@Component
public class CaseDefinitions {

    private final Map<String, Definition> read = new ConcurrentHashMap<>();
    private final DefinitionRows rows;
    private final Procedures procedures;
    private final Town town;
    private final Clock clock;

    CaseDefinitions(DefinitionRows rows, Procedures procedures, Town town, Clock clock) {
        this.rows = rows;
        this.procedures = procedures;
        this.town = town;
        this.clock = clock;
    }

    /// Keeps the source that came with a package.
    Definition keep(CaseFile.Basis basis, ProcedureSource source) {
        rows.keep(basis, source, clock.instant());
        return read.computeIfAbsent(basis.hash(), _ -> procedures.read(source));
    }

    /// @throws ProblemException [CaseworkProblem#DEFINITION_UNREADABLE]
    public Definition get(CaseFile.Basis basis) {
        Definition known = read.get(basis.hash());
        if (known != null) {
            return known;
        }
        ProcedureSource source = rows.find(basis.hash())
                .orElseThrow(() -> new ProblemException(CaseworkProblem.DEFINITION_UNREADABLE, basis.procedure()));
        return read.computeIfAbsent(basis.hash(), _ -> procedures.read(source));
    }

    public Workflow workflow(CaseFile.Basis basis) {
        Definition definition = get(basis);
        return new Workflow(definition.workflow(), definition.ruling(), town.calendar());
    }

    /// Everything under which a case was ever filed, newest version first.
    public List<CaseFile.Basis> list() {
        return rows.list();
    }
}
