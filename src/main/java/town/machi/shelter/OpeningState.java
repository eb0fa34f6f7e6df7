package town.machi.shelter;

/// Where an opening stands.
public enum OpeningState {
    /// Somebody is on the way with the key: nobody may enter yet.
    PREPARING("開設準備中"),
    OPEN("開設"),
    /// The building was looked at and cannot be used.
    UNUSABLE("使用不可"),
    CLOSED("閉鎖");

    private final String label;

    OpeningState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
