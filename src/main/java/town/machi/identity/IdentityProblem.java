package town.machi.identity;

import town.machi.kernel.Problem;

/// What can be wrong at the office's door.
public enum IdentityProblem implements Problem {
    /// For programs: nobody is signed in.
    SIGN_IN_NEEDED("sign-in-needed", 401),
    /// A form arrived after its sender's session had ended.
    SIGNED_OUT("signed-out", 403),
    /// A one-time link that was used, replaced, or grew too old.
    LINK_GONE("link-gone", 410);

    private final String code;
    private final int status;

    IdentityProblem(String code, int status) {
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
        return "identity.problem." + code;
    }
}
