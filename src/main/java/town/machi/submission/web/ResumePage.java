package town.machi.submission.web;

import java.time.Instant;
import town.machi.kernel.Passcode;
import town.machi.kernel.ReceiptNumber;
import town.machi.shell.Template;
import town.machi.shell.component.Field;

/// How to go on on another device.
///
/// @param until how long the draft waits
/// @param mailed a link has just been sent
record ResumePage(Base base, ReceiptNumber number, Passcode passcode, Instant until, Field mail, boolean mailed)
        implements Template {

    @Override
    public int status() {
        return mail.error() == null ? 200 : 422;
    }
}
