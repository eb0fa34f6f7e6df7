package town.machi.document.web;

import java.util.List;
import town.machi.shell.Template;

/// 個人情報ファイル簿, as it is published.
record PersonalFilesPage(List<Entry> files) implements Template {

    /// @param row one for each of [town.machi.document.person.FileRegister#HEADER]
    record Entry(String id, List<String> row, boolean large) {}

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
