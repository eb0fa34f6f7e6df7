package town.machi.document;

import town.machi.kernel.Problem;

/// What can be wrong with a document.
public enum DocumentProblem implements Problem {
    /// No font for Japanese on this machine; the sentence says what to install.
    NO_FONTS("document-no-fonts", 501),
    NO_SUCH_DOCUMENT("document-not-found", 404),
    /// It was destroyed when its time was over; the ledger still knows it.
    DESTROYED("document-destroyed", 410),
    /// The town's folder has no such 様式, or it has a fault.
    NO_SUCH_TEMPLATE("document-no-template", 500),
    /// The 様式 prints 印影, and the town's folder has none.
    NO_SEAL("document-no-seal", 500),
    /// Whoever ordered the letter did not give what the 様式 needs.
    VALUES_MISSING("document-values-missing", 500),
    /// What is held on a person is for few.
    NOT_FOR_YOU("document-person-not-for-you", 403),
    /// Whoever reads has to have looked, and said why.
    NO_SUCH_LOOK("document-no-such-look", 404);

    private final String code;
    private final int status;

    DocumentProblem(String code, int status) {
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
        return "document.problem." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
