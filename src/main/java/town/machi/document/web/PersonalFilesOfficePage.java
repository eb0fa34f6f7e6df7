package town.machi.document.web;

import java.util.List;
import town.machi.shell.Template;

/// 個人情報ファイル簿, with what is still 未設定.
record PersonalFilesOfficePage(List<PersonalFilesPage.Entry> files) implements Template {

    long large() {
        return files.stream().filter(PersonalFilesPage.Entry::large).count();
    }

    /// Those of which the town has not told everything.
    long unset() {
        return files.stream().filter(file -> file.row().contains("未設定")).count();
    }
}
