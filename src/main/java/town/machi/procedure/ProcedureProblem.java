package town.machi.procedure;

import town.machi.kernel.Problem;

/// What can be wrong in this room.
public enum ProcedureProblem implements Problem {
    /// No such procedure, or no such version.
    UNKNOWN("procedure-unknown", 404),
    /// A source that nothing can be made of.
    UNREADABLE("procedure-unreadable", 500),
    /// Only administrators see and publish definitions.
    ADMINISTRATORS_ONLY("administrators-only", 403);

    private final String code;
    private final int status;

    ProcedureProblem(String code, int status) {
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
        return "procedure.problem." + code;
    }
}
