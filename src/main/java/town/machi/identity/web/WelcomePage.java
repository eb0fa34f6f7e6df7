package town.machi.identity.web;

import town.machi.identity.EnrolmentChecks;
import town.machi.identity.LinkPurpose;
import town.machi.shell.Template;

/// Behind a one-time link, first: who one is and the password.
///
/// @param secret of the link, for the form's address
/// @param whom the person's name; empty for the set-up
/// @param account the person's mail address, for a password manager; empty for the set-up
/// @param typed what was typed before; passwords are never shown again
record WelcomePage(
        String secret, LinkPurpose purpose, String whom, String account, EnrolmentChecks.Typed typed, Wrong wrong)
        implements Template {

    @Override
    public int status() {
        return wrong.isEmpty() ? 200 : 422;
    }

    String title() {
        return switch (purpose) {
            case SETUP -> "最初の管理者の設定";
            case INVITATION -> "利用の開始";
            case NEW_FACTOR, NEW_BOTH -> "サインインの再設定";
        };
    }
}
