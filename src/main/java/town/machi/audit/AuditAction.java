package town.machi.audit;

/// What kind of deed it was.
public enum AuditAction {
    READ("閲覧"),
    WRITE("変更"),
    SIGN_IN("サインイン"),
    SIGN_OUT("サインアウト"),
    EXPORT("書き出し"),
    REFUSAL("拒否"),
    SETTING("設定");

    private final String label;

    AuditAction(String label) {
        this.label = label;
    }

    /// The word on the screen.
    public String label() {
        return label;
    }
}
