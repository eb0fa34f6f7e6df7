package town.machi.water;

/// How the valve stands, as somebody saw it last.
public enum ValveState {
    OPEN("開"),
    CLOSED("閉");

    private final String label;

    ValveState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
