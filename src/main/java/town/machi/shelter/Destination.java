package town.machi.shelter;

/// Where somebody went.
public enum Destination {
    HOME("自宅"),
    SHELTER("ほかの避難所"),
    HOSPITAL("病院"),
    OTHER("その他"),
    UNKNOWN("不明");

    private final String label;

    Destination(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
