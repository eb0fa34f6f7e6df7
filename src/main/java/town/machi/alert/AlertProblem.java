package town.machi.alert;

import town.machi.kernel.Problem;

/// What can be wrong in the room, beyond what a rule refuses.
public enum AlertProblem implements Problem {
    NO_SUCH_ALERT("no-such-alert", 404),
    NO_SUCH_TEMPLATE("no-such-alert-template", 404),
    /// Nothing may be made from this record: it is of another world, or too old.
    NOT_TO_BE_USED_AGAIN("alert-not-to-be-used-again", 409),
    NO_SUCH_THREAD("no-such-thread", 404),
    NOT_FOR_YOU("alerts-not-for-you", 403),
    /// The J-ALERT port was knocked at with a wrong key.
    WRONG_PORT_KEY("wrong-port-key", 401);

    private final String code;
    private final int status;

    AlertProblem(String code, int status) {
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
        return "alert.problem." + code;
    }
}
