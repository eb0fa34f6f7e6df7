package town.machi.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.platform.SettingDeclaration;
import town.machi.platform.Settings.Setting;
import town.machi.shell.Template;

/// All settings of the town.
///
/// @param changed the label of the one that was changed just now
record SettingsPage(List<Setting> settings, @Nullable String changed) implements Template {

    long unset() {
        return settings.stream().filter(setting -> setting.value().isEmpty()).count();
    }

    /// The value with its unit: 3,300円, はい.
    static String words(Setting setting) {
        return words(setting.declaration().type(), setting.value().orElse(""));
    }

    static String words(SettingDeclaration.Type type, String value) {
        return switch (type) {
            case YEN -> "%,d円".formatted(Long.parseLong(value));
            case YES_NO -> value.equals("yes") ? "はい" : "いいえ";
            case TEXT, NUMBER, DATE, TELEPHONE, MAIL -> value;
        };
    }
}
