package town.machi.casework;

import town.machi.kernel.Problem;

/// What can be wrong in casework, beyond what a rule refuses.
public enum CaseworkProblem implements Problem {
    /// No such case, or not for this person. Nobody learns which.
    NO_SUCH_CASE("no-such-case", 404),
    /// No such draft, or not this person's matter.
    NO_SUCH_DECISION("no-such-decision", 404),
    /// A package came for a submission that has no case.
    PACKAGE_WITHOUT_CASE("package-without-case", 409),
    /// A package is missing before this one.
    PACKAGE_MISSING("package-missing", 409),
    /// The rest of a budget, or the payment, was taken by somebody else at the same moment.
    MONEY_MOVED("money-moved", 409),
    /// No such payment data, or not for this person.
    NO_SUCH_RUN("no-such-run", 404),
    /// No such 廃棄の伺い, or not for this person.
    NO_SUCH_DISPOSAL("no-such-disposal", 404),
    /// Somebody else proposed some of the same cases at the same moment.
    PROPOSED_MEANWHILE("proposed-meanwhile", 409),
    /// The frozen definition of a case cannot be read.
    DEFINITION_UNREADABLE("definition-unreadable", 500);

    private final String code;
    private final int status;

    CaseworkProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String key() {
        return "casework.problem." + code;
    }
}
