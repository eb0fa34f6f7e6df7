package town.machi.shelter.web;

import java.util.List;
import town.machi.shell.Template;

/// At which shelter is this desk to stand?
record DeskSheltersPage(List<Row> open, List<Row> others) implements Template {

    /// @param state 開設, 開設準備中 …, empty where it is closed
    record Row(String name, String href, String state) {}
}
