package town.machi.water;

/// The one state of a supply point.
public enum PointStanding {
    IN_USE("使用中"),
    UNUSED("使用者なし"),
    PAUSED("休止中"),
    REMOVED("撤去");

    private final String label;

    PointStanding(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
