package town.machi.messaging.web;

import java.util.List;
import java.util.UUID;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;

/// Where one asks for the town's news by mail.
///
/// @param request makes the wish once-only
record NoticesPage(UUID request, Field mail, Field district, List<Choice> districts) implements Template {

    @Override
    public int status() {
        return mail.error() == null ? 200 : 422;
    }
}
