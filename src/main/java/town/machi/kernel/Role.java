package town.machi.kernel;

/// What a member of staff may do, in each of the sections they belong to.
public enum Role {
    RECEPTION("受付"),
    HANDLER("担当"),
    DECIDER("決裁"),
    ADMINISTRATOR("管理者"),
    AUDITOR("監査"),
    HELPER("外部支援");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /// The word that the office uses for it.
    public String label() {
        return label;
    }
}
