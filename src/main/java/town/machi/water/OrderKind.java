package town.machi.water;

/// What a crew is sent to do at a supply point.
public enum OrderKind {
    /// 開栓
    OPEN("開栓"),
    /// 閉栓
    CLOSE("閉栓"),
    /// メーター取替: the 検満 of the meter comes
    EXCHANGE("メーター取替");

    private final String label;

    OrderKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// What a crew does for a notice.
    public static OrderKind of(CasePoint.Kind notice) {
        return switch (notice) {
            case START, RESUME -> OPEN;
            case STOP, PAUSE -> CLOSE;
            case RENAME -> throw new IllegalArgumentException("nobody drives there for a change of name");
        };
    }
}
