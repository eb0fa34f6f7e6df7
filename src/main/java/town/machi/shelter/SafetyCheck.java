package town.machi.shelter;

/// The 安全確認 before the doors are opened; all of them have to be ticked. Source: 避難所運営ガイドライン (内閣府), the
/// check of the facility before opening; in 2016, 71 of 562 shelters of 熊本県 could not be used.
public enum SafetyCheck {
    KEY("鍵を受け取り、扉が開く"),
    BUILDING("建物が傾いていない。柱・壁に大きなひび割れがない"),
    CEILING("天井・照明・窓ガラスが落ちるおそれがない"),
    SURROUNDINGS("がけ・川・浸水など、まわりに危険がない"),
    FIRE("火災・ガス漏れがない"),
    LIFELINES("水・電気・トイレのようすを確かめた");

    private final String label;

    SafetyCheck(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
