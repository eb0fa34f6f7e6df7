package town.machi.water;

import town.machi.kernel.Problem;

/// What can be wrong in water, beyond what a rule refuses.
public enum WaterProblem implements Problem {
    /// No such supply point, or not for this person.
    NO_SUCH_POINT("no-such-point", 404),
    /// No such case, or not about water, or not for this person.
    NO_SUCH_CASE("no-such-case", 404),
    /// No such work order, or not for this person.
    NO_SUCH_ORDER("no-such-order", 404),
    /// The point has an open order of the kind already.
    ORDER_OPEN("order-open", 409),
    /// No such file for the billing system.
    NO_SUCH_BATCH("no-such-batch", 404),
    /// A wish to be called came from there too often.
    CALLBACK_TOO_OFTEN("callback-too-often", 429);

    private final String code;
    private final int status;

    WaterProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return "water-" + code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String key() {
        return "water.problem." + code;
    }
}
