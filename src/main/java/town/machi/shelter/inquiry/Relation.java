package town.machi.shelter.inquiry;

/// What the one who asks is to the one they look for: the rings of the law.
public enum Relation {
    HOUSEHOLD("同居の家族", "household"),
    KIN("そのほかの親族", "kin"),
    WORK("職場・学校の人", "work"),
    ACQUAINTANCE("知人・そのほか", "acquaintance");

    private final String label;
    private final String word;

    Relation(String label, String word) {
        this.label = label;
        this.word = word;
    }

    public String label() {
        return label;
    }

    /// The setting that says what this ring may be told.
    public String setting() {
        return "shelter.inquiry-" + word;
    }
}
