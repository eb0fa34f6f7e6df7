package town.machi.shelter.web;

import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shelter.Disaster;
import town.machi.shelter.after.Aftermath;
import town.machi.shelter.after.Afterwards;

/// What becomes of the names of a disaster that is over.
///
/// @param decider whether the reader may export those who must not be found
record AfterPage(
        OverviewPage.Notice notice,
        Disaster disaster,
        Aftermath plan,
        Afterwards.Names names,
        Aftermath.@Nullable Deletion deletion,
        boolean decider)
        implements Template {

    String path() {
        return "/office/shelters/disasters/" + disaster.id() + "/after";
    }
}
