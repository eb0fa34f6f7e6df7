package town.machi.alert.jma;

/// What became of a telegram; of several hazards in it, the first of these is told.
public enum TelegramOutcome {
    DRAFTED("下書きを作りました"),
    UPDATED("下書きを書き直しました"),
    SENT("規則により発信しました"),
    DROPPED("下書きを取りやめました"),
    END_DRAFTED("解除の下書きを作りました"),
    RETRACT_DRAFTED("取消の下書きを作りました"),
    OLD_SYSTEM("新しい電文で知っています"),
    OLDER("新しい電文がもう来ています"),
    BELOW("知らせる重さではありません"),
    SAME("変わりありません"),
    NOT_OURS("町の区域ではありません"),
    EXERCISE("訓練・試験なので何もしません"),
    NOTHING_TO_CANCEL("取り消すものがありません"),
    OTHER_TYPE("扱わない種類です"),
    NO_TEMPLATE("定型文がありません"),
    UNREADABLE("読み取れません");

    private final String label;

    TelegramOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
