package town.machi.shelter;

/// What kind of place it is. Source: 災害対策基本法 第49条の4 (指定緊急避難場所) and 第49条の7 (指定避難所).
public enum ShelterKind {
    /// For staying; most of them are for fleeing, too.
    DESIGNATED("指定避難所"),
    /// For fleeing only: a yard, a hill.
    EMERGENCY_SITE("指定緊急避難場所"),
    /// For those named for it, not for whoever comes.
    WELFARE("福祉避難所"),
    /// Opened on the spot, by the town or by the people themselves.
    VOLUNTARY("自主・臨時避難所");

    private final String label;

    ShelterKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
