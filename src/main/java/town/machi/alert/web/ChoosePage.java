package town.machi.alert.web;

import java.util.List;
import town.machi.alert.World;
import town.machi.shell.Template;

/// Which message to write: by kind, from what is prepared.
record ChoosePage(World world, List<Kind> kinds) implements Template {

    record Kind(String label, List<Prepared> templates) {}

    /// @param level 0: none
    record Prepared(String name, String title, int level) {}
}
