package town.machi.water;

/// What comes and goes at a supply point. Water is a contract, its fee a private debt; the other two are 使用料, charged
/// by the town as an authority and told with 教示. Source: 最高裁平成15年10月10日決定; 下水道法第20条; 地方自治法第225条.
public enum Service {
    WATER("水道", false),
    SEWER("公共下水道", true),
    RURAL_SEWER("農業集落排水", true);

    private final String label;
    private final boolean charge;

    Service(String label, boolean charge) {
        this.label = label;
        this.charge = charge;
    }

    public String label() {
        return label;
    }

    /// What its fee is called.
    public String fee() {
        return switch (this) {
            case WATER -> "水道料金";
            case SEWER -> "下水道使用料";
            case RURAL_SEWER -> "農業集落排水使用料";
        };
    }

    /// Whether its fee is 使用料 and comes with 教示.
    public boolean isCharge() {
        return charge;
    }
}
