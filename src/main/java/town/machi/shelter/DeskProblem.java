package town.machi.shelter;

import town.machi.kernel.Problem;

/// What can be wrong when a device at an entrance speaks to us.
public enum DeskProblem implements Problem {
    /// The code of a pass that never was, was used, is over or was taken back. Nobody learns which.
    PASS_NOT_GOOD("desk-pass-not-good", 403),
    /// No desk has this token: it signed in elsewhere since, or never was one.
    NOT_A_DESK("desk-unknown", 401),
    /// The 本部 shut this desk out.
    SHUT_OUT("desk-shut-out", 403),
    /// The helper's card is over.
    CARD_OVER("desk-card-over", 403),
    /// What this device keeps has names only that the town has taken away.
    NAMES_GONE("desk-names-gone", 403),
    /// Too many wrong codes from one address.
    TOO_MANY_TRIES("desk-too-many-tries", 429),
    /// This machine has no Japanese type to set a paper in.
    NO_TYPE("desk-no-type", 503),
    /// What was sent is not what a desk sends.
    UNREADABLE("desk-unreadable", 400);

    private final String code;
    private final int status;

    DeskProblem(String code, int status) {
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
        return "desk.problem." + code;
    }
}
