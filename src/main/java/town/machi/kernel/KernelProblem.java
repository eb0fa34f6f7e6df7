package town.machi.kernel;

/// What can be wrong before any room is entered.
public enum KernelProblem implements Problem {
    STAFF_ONLY("staff-only", 403),
    NOT_FOUND("not-found", 404);

    private final String code;
    private final int status;

    KernelProblem(String code, int status) {
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
        return "kernel.problem." + code;
    }
}
