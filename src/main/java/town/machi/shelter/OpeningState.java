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

    /// The word of the EEI 開設状況. Source: EEI 第1.1版, item 21.
    public String eei() {
        return switch (this) {
            case PREPARING, UNUSABLE -> "未開設";
            case OPEN -> "開設";
            case CLOSED -> "閉鎖";
        };
    }
}
