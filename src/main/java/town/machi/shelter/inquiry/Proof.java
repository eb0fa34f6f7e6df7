package town.machi.shelter.inquiry;

/// How the one who asks showed who they are.
public enum Proof {
    SEEN("本人確認書類を見た"),
    CALLED_BACK("登録のある電話番号にかけ直した"),
    NONE("確かめていない");

    private final String label;

    Proof(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
