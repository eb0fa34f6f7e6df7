package town.machi.identity.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;
import town.machi.platform.SettingDeclaration;
import town.machi.platform.Settings.Setting;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Input;

/// One setting: its value, a form to change it, and its history.
///
/// @param typed what stands in the box
/// @param why why it was not taken
record SettingPage(Setting setting, String typed, @Nullable Refusal why, List<Row> history) implements Template {

    /// @param value null: put back to the file's value
    record Row(@Nullable String value, Instant at, String who) {}

    @Override
    public int status() {
        return why == null ? 200 : 422;
    }

    SettingDeclaration declaration() {
        return setting.declaration();
    }

    String path() {
        return SettingsController.PATH + "/" + declaration().name();
    }

    boolean isYesNo() {
        return declaration().type() == SettingDeclaration.Type.YES_NO;
    }

    List<Choice> yesNo() {
        return List.of(
                new Choice("yes", "はい", typed.equals("yes")),
                new Choice("no", "いいえ", typed.equals("no")),
                new Choice("", "未設定に戻す", typed.isEmpty()));
    }

    Input input() {
        return switch (declaration().type()) {
            case NUMBER, YEN -> Input.NUMBER;
            case TELEPHONE -> Input.TELEPHONE.autocomplete("off");
            case MAIL -> Input.MAIL.autocomplete("off");
            case TEXT, DATE, YES_NO -> Input.TEXT;
        };
    }

    String hint() {
        return switch (declaration().type()) {
            case NUMBER -> "数で書きます。空にすると、町のファイルの値（なければ未設定）に戻ります。";
            case YEN -> "円で書きます。空にすると、町のファイルの値（なければ未設定）に戻ります。";
            case DATE -> "2026-12-01 のように書きます。空にすると、未設定に戻ります。";
            case TEXT, TELEPHONE, MAIL, YES_NO -> "空にすると、町のファイルの値（なければ未設定）に戻ります。";
        };
    }

    String words(String value) {
        return SettingsPage.words(declaration().type(), value);
    }
}
