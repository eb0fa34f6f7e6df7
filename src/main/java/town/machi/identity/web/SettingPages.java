package town.machi.identity.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.identity.StaffDirectory;
import town.machi.identity.StaffMember;
import town.machi.kernel.Refusal;
import town.machi.kernel.StaffId;
import town.machi.platform.SettingDeclaration;
import town.machi.platform.Settings;
import town.machi.platform.Settings.Change;
import town.machi.platform.Settings.Setting;

/// The pages of the town's settings.
@Component
class SettingPages {

    private final Settings settings;
    private final StaffDirectory staff;

    SettingPages(Settings settings, StaffDirectory staff) {
        this.settings = settings;
        this.staff = staff;
    }

    /// @param done the name of the setting that was changed just now
    SettingsPage list(@Nullable String done) {
        List<Setting> all = settings.list();
        String changed = all.stream()
                .map(Setting::declaration)
                .filter(declaration -> declaration.name().equals(done))
                .map(SettingDeclaration::label)
                .findFirst()
                .orElse(null);
        return new SettingsPage(all, changed);
    }

    /// @param typed what was typed, where it could not be taken
    SettingPage page(Setting setting, @Nullable String typed, @Nullable Refusal why) {
        List<SettingPage.Row> history = settings.history(setting.declaration().name()).stream()
                .map(this::row)
                .toList();
        return new SettingPage(setting, typed == null ? setting.value().orElse("") : typed, why, history);
    }

    private SettingPage.Row row(Change change) {
        return new SettingPage.Row(change.value().orElse(null), change.at(), nameOf(change));
    }

    private String nameOf(Change change) {
        if (!change.actorKind().equals("staff")) {
            return "システム";
        }
        return staff.find(new StaffId(UUID.fromString(change.actorId())))
                .map(StaffMember::name)
                .orElse("（名前の記録はありません）");
    }
}
