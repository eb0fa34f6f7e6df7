package town.machi.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.identity.OwnAccount;
import town.machi.kernel.Actor;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// One's own account: password, recovery codes, leaving everywhere.
@Controller
class AccountController {

    static final String PATH = "/office/account";

    private final OwnAccount own;
    private final AccountPages pages;
    private final OfficeSession sessions;
    private final CurrentActor current;

    AccountController(OwnAccount own, AccountPages pages, OfficeSession sessions, CurrentActor current) {
        this.own = own;
        this.pages = pages;
        this.sessions = sessions;
        this.current = current;
    }

    @GetMapping(PATH)
    Reply show(@RequestParam(required = false) @Nullable String done) {
        return pages.page(me(), done, Wrong.NOTHING);
    }

    @PostMapping(PATH + "/password")
    Reply password(
            @RequestParam("current") String typed,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request) {
        var change = new OwnAccount.NewPassword(typed, password, again);
        var wrong = own.changePassword(me(), change, request.getSession().getId());
        return wrong.isEmpty() ? done("password") : pages.page(me(), null, new Wrong(wrong));
    }

    @PostMapping(PATH + "/recovery-codes")
    Reply recoveryCodes(@RequestParam("codes-password") String password) {
        return switch (own.renewRecoveryCodes(me(), password)) {
            case OwnAccount.NewCodes.Made(var codes) -> new RecoveryCodesPage(codes, false);
            case OwnAccount.NewCodes.Refused(var why) ->
                pages.page(me(), null, new Wrong(Map.of("codes-password", why)));
        };
    }

    @PostMapping(PATH + "/sign-out-everywhere")
    Reply signOutEverywhere(HttpServletRequest request) {
        own.signOutEverywhere(me());
        sessions.end(request);
        return new Redirect("/office/sign-in?left=yes");
    }

    private Actor.Staff me() {
        return Actor.requireStaff(current.get());
    }

    static Redirect done(String what) {
        return new Redirect(PATH + "?done=" + what);
    }
}
