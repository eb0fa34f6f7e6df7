package town.machi.shelter;

/// What can be eaten. Source: 日本人の食事の形態 in care: 普通, やわらか, ペースト; ミルク for babies.
public enum Food {
    NORMAL("普通"),
    SOFT("やわらかい食事"),
    PASTE("ペースト"),
    MILK("ミルク");

    private final String label;

    Food(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
