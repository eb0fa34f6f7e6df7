package town.machi.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.identity.OwnAccount;
import town.machi.identity.Passkeys;
import town.machi.identity.SignInLog;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;

/// Puts the page of one's own account together.
@Component
class AccountPages {

    private static final int SIGN_INS_SHOWN = 10;

    private final StaffDirectory directory;
    private final OwnAccount own;
    private final Passkeys passkeys;
    private final SignInLog log;
    private final SectionNames sections;

    AccountPages(StaffDirectory directory, OwnAccount own, Passkeys passkeys, SignInLog log, SectionNames sections) {
        this.directory = directory;
        this.own = own;
        this.passkeys = passkeys;
        this.log = log;
        this.sections = sections;
    }

    AccountPage page(Actor.Staff staff, @Nullable String done, Wrong wrong) {
        var me = directory.find(staff.staffId()).orElseThrow();
        return new AccountPage(
                me,
                sections.of(me.sections()),
                passkeys.list(me.id()),
                own.countRecoveryCodes(staff),
                log.listLatest(me.id(), SIGN_INS_SHOWN),
                done,
                wrong);
    }
}
