package town.machi.shelter;

/// 性別 as the form asks it; X is 答えたくない. Unknown is null, never X.
public enum Sex {
    F("女"),
    M("男"),
    X("答えたくない");

    private final String label;

    Sex(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
