package town.machi.submission.web;

import java.util.List;
import java.util.UUID;
import town.machi.shell.Template;

/// Whether it is really to be taken back.
///
/// @param onceId so that two clicks take back once
/// @param parts what can be taken back; more than one where several were filed together, and the resident says which
/// @param unsaid whether nothing was chosen
record WithdrawPage(UUID submission, UUID onceId, String title, List<MyPage.Part> parts, boolean unsaid)
        implements Template {

    @Override
    public int status() {
        return unsaid ? 422 : 200;
    }

    boolean asks() {
        return parts.size() > 1;
    }
}
