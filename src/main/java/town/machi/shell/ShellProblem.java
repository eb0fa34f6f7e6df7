package town.machi.shell;

import town.machi.kernel.Problem;

/// What can be wrong with a request before any room has looked at it.
public enum ShellProblem implements Problem {
    BAD_REQUEST("bad-request", 400),
    FORBIDDEN("forbidden", 403),
    FORM_EXPIRED("form-expired", 403),
    NO_SUCH_PAGE("no-such-page", 404),
    /// Where the town is cut in two: what only the inner zone knows.
    NO_ALERTS_OUTSIDE("no-alerts-outside", 404),
    NO_SHELTERS_OUTSIDE("no-shelters-outside", 404),
    NO_NEWS_OUTSIDE("no-news-outside", 404),
    WRONG_METHOD("wrong-method", 405),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED("unsupported", 415),
    TOO_MANY("too-many", 429),
    UNEXPECTED("unexpected", 500),
    BUSY("busy", 503);

    private final String code;
    private final int status;

    ShellProblem(String code, int status) {
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
        return "shell.problem." + code;
    }
}
