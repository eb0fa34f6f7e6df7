package town.machi.casework.web;

import java.util.Optional;
import java.util.UUID;
import town.machi.casework.CaseId;
import town.machi.casework.CaseworkProblem;
import town.machi.kernel.ProblemException;

/// Ids of cases in addresses and forms.
final class CaseIds {

    private CaseIds() {}

    static Optional<CaseId> parse(String text) {
        boolean shaped = text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return shaped ? Optional.of(new CaseId(UUID.fromString(text))) : Optional.empty();
    }

    /// @throws ProblemException [CaseworkProblem#NO_SUCH_CASE] where the text is no id
    static CaseId get(String text) {
        return parse(text).orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
    }
}
