package town.machi.shelter.web;

import town.machi.shell.Template;
import town.machi.shelter.missing.SupportList;

/// What taking the list in would do.
///
/// @param csv the list itself, to be taken when it is sound
record SupportImportPage(String csv, SupportList.Plan plan) implements Template {

    @Override
    public int status() {
        return plan.isSound() ? 200 : 422;
    }
}
