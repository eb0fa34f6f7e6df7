package town.machi.alert;

/// What a resident tells back.
public enum CallKind {
    HELP("助けが必要"),
    DAMAGE("被害・道路などの知らせ"),
    QUESTION("質問");

    private final String label;

    CallKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
