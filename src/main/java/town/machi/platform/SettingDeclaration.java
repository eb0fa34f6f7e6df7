package town.machi.platform;

import java.util.Optional;

/// A setting that `town.yaml` declares, and staff may change.
///
/// @param name `water.lead-time-days`
/// @param label what it is called on screens
/// @param standard the file's value; empty means 未設定
/// @param example whether the value is only a sample (例), in the demo
public record SettingDeclaration(String name, String label, Type type, Optional<String> standard, boolean example) {

    /// What a value looks like.
    public enum Type {
        TEXT("文字"),
        NUMBER("数"),
        YEN("円"),
        DATE("日付"),
        YES_NO("はい・いいえ"),
        TELEPHONE("電話番号"),
        MAIL("メールアドレス");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
