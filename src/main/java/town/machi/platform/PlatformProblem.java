package town.machi.platform;

import town.machi.kernel.Problem;

/// What can be wrong on the ground.
public enum PlatformProblem implements Problem {
    /// The same request id was used for something else before.
    REQUEST_ID_REUSED("request-id-reused", 409),
    FILE_GONE("file-gone", 404);

    private final String code;
    private final int status;

    PlatformProblem(String code, int status) {
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
        return "platform.problem." + code;
    }
}
