package town.machi.procedure;

/// What an act does to the money of a 補助金, from the decision to the bank and, where it must be, back.
/// Source: 補助金等に係る予算の執行の適正化に関する法律 6条・15条・17条・18条, which the by-laws of towns follow.
public enum MoneyStep {
    /// 交付決定: up to how much.
    DECIDE("交付決定"),
    /// 変更交付決定: another amount than was decided, before it is fixed.
    CHANGE("変更交付決定"),
    /// 額の確定: how much, by what was done.
    FIX("額の確定"),
    /// The transfer was made.
    PAY("支払"),
    /// The bank sent the transfer back.
    BOUNCE("支払の戻り"),
    /// 交付決定の取消し; what was paid is asked back.
    CANCEL("取消し"),
    /// 返還: what was asked back has come.
    SETTLE("返還");

    private final String label;

    MoneyStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
