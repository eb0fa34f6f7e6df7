package town.machi.submission;

import town.machi.kernel.Problem;

/// What can be wrong when something is filed or looked after.
public enum SubmissionProblem implements Problem {
    /// No such draft, expired, or opened without its cookie.
    DRAFT_GONE("draft-gone", 404),
    NO_SUCH_PROCEDURE("no-such-procedure", 404),
    CHANNEL_CLOSED("channel-closed", 409),
    /// The short-lived cookie of `/my` is missing or over.
    LOOK_OVER("look-over", 403),
    LINK_OVER("link-over", 404),
    NOT_YOURS("draft-not-yours", 403),
    TOO_MANY_DRAFTS("too-many-drafts", 429),
    TOO_MANY_TRIES("too-many-tries", 429),
    TOO_MANY_FILES("too-many-files", 429),
    ANSWERS_WRONG("answers-wrong", 422),
    REQUEST_UNREADABLE("request-unreadable", 400),
    SUBMISSION_UNKNOWN("submission-unknown", 404);

    private final String code;
    private final int status;

    SubmissionProblem(String code, int status) {
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
        return "submission.problem." + code;
    }
}
