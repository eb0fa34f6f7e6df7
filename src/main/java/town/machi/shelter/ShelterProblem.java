package town.machi.shelter;

import town.machi.kernel.Problem;

/// What can be wrong in the shelters' room, beyond what a rule refuses.
public enum ShelterProblem implements Problem {
    NO_SUCH_SHELTER("no-such-shelter", 404),
    NO_SUCH_OPENING("no-such-opening", 404),
    NO_SUCH_DISASTER("no-such-disaster", 404),
    NO_SUCH_INQUIRY("no-such-inquiry", 404),
    /// Neither the section nor the role for it.
    NOT_FOR_SHELTERS("not-for-shelters", 403),
    /// Not of those who may see the 避難行動要支援者名簿.
    NOT_FOR_SUPPORT("not-for-support", 403);

    private final String code;
    private final int status;

    ShelterProblem(String code, int status) {
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
        return "shelter.problem." + code;
    }
}
