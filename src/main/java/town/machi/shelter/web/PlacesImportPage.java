package town.machi.shelter.web;

import town.machi.shell.Template;
import town.machi.shelter.list.ShelterList;

/// What taking a list in would do.
///
/// @param csv the list itself, to be taken when it is sound
record PlacesImportPage(String csv, ShelterList.Plan plan) implements Template {

    @Override
    public int status() {
        return plan.isSound() ? 200 : 422;
    }
}
