package town.machi.procedure;

/// 性質: what a procedure is in law. It decides which ends its workflow may have
/// (行政手続法 2条; a 届出 is accepted when complete and never refused, 37条).
public enum Nature {
    APPLICATION("申請"),
    NOTIFICATION("届出"),
    CONTRACT("契約申込"),
    SUBSIDY("補助金"),
    CONSULTATION("相談");

    private final String label;

    Nature(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Whether the town may refuse what was filed.
    public boolean refusable() {
        return this == APPLICATION || this == SUBSIDY || this == CONTRACT;
    }
}
