package town.machi.audit;

import town.machi.kernel.Problem;

/// What can be wrong about asking for the trail.
public enum AuditProblem implements Problem {
    AUDITORS_ONLY("auditors-only", 403);

    private final String code;
    private final int status;

    AuditProblem(String code, int status) {
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
        return "audit.problem." + code;
    }
}
