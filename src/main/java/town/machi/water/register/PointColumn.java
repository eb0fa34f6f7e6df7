package town.machi.water.register;

import java.util.Arrays;
import java.util.List;

/// The columns of the register's file, the same for taking in and saving.
public enum PointColumn {
    POINT("水栓番号", true),
    CUSTOMER("お客様番号", false),
    METER("メーター番号", false),
    CALIBRE("口径", true),
    UNTIL("検定満期", false),
    AREA("町字", true),
    NUMBER("番地", true),
    BUILDING("建物・部屋", false),
    LATITUDE("緯度", false),
    LONGITUDE("経度", false),
    VALVE("弁", true),
    STANDING("状態", true),
    SERVICES("種別", true),
    STOPPED("給水停止", false),
    USER("使用者", false),
    KANA("フリガナ", false),
    PHONE("電話", false),
    SINCE("使用開始日", false),
    PAUSED_UNTIL("休止の終わり", false),
    READING("前回指針", false),
    READ_ON("前回検針日", false);

    private final String label;
    private final boolean required;

    PointColumn(String label, boolean required) {
        this.label = label;
        this.required = required;
    }

    public String label() {
        return label;
    }

    /// Whether a file without this column cannot be taken in.
    public boolean isRequired() {
        return required;
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(PointColumn::label).toList();
    }
}
