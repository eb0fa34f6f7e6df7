package town.machi.alert;

/// What a message does. Three acts end or change an earlier one, with three words: CAP has only Update and Cancel for
/// them, and those words never reach a screen.
public enum AlertAct {
    /// 発令, 発表, お知らせ: something new.
    ISSUE("発表"),
    /// What was said was wrong in part; this is right.
    CORRECT("訂正"),
    /// What was said is over, in some districts or in all.
    LIFT("解除"),
    /// What was said should never have been said.
    RETRACT("誤報取消");

    private final String label;

    AlertAct(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Whether it names an earlier message.
    public boolean follows() {
        return this != ISSUE;
    }
}
