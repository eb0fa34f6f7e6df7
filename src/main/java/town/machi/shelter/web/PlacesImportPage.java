package town.machi.shelter.web;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import town.machi.shell.Template;
import town.machi.shelter.list.ListPlan;

/// What taking a list in would do.
///
/// @param csv the list itself, to be taken when it is sound
/// @param again whether the places changed since staff looked, and they are asked once more
record PlacesImportPage(String csv, ListPlan plan, boolean again) implements Template {

    /// The places about which staff are asked whether a row tells of them.
    static Set<UUID> asked(ListPlan plan) {
        return plan.alike().stream().map(each -> each.known().id().value()).collect(Collectors.toSet());
    }

    @Override
    public int status() {
        return plan.isSound() && !again ? 200 : 422;
    }
}
