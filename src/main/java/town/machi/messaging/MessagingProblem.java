package town.machi.messaging;

import town.machi.kernel.Problem;

/// What can be wrong in this room.
public enum MessagingProblem implements Problem {
    TOO_OFTEN("notices-asked-too-often", 429);

    private final String code;
    private final int status;

    MessagingProblem(String code, int status) {
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
        return "messaging.problem." + code;
    }
}
