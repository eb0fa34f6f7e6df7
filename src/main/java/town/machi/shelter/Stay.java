package town.machi.shelter;

/// Where somebody stays. Those outside are looked after from the shelter and not counted inside it.
public enum Stay {
    INSIDE("避難所の中"),
    CAR("車中泊"),
    TENT("テント"),
    HOME("在宅"),
    ELSEWHERE("親戚・知人宅など");

    private final String label;

    Stay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
