package town.machi.identity.web;

import java.util.UUID;
import town.machi.shell.Template;

/// The form to invite somebody.
///
/// @param onceId the id that the new member of staff will have
record InvitePage(UUID onceId, String name, String mail, String until, RightsForm rights, Wrong wrong)
        implements Template {

    @Override
    public int status() {
        return wrong.isEmpty() ? 200 : 422;
    }
}
