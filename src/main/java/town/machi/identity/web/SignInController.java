package town.machi.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.identity.OwnAccount;
import town.machi.identity.PendingSignIn;
import town.machi.identity.SignIn;
import town.machi.identity.SignInStep;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// Signing in with password and second factor, and signing out.
@Controller
class SignInController {

    private static final String CODE = "/office/sign-in/code";

    private final SignIn signIn;
    private final OwnAccount own;
    private final OfficeSession sessions;
    private final CurrentActor current;
    private final Pace pace;

    SignInController(SignIn signIn, OwnAccount own, OfficeSession sessions, CurrentActor current, Pace pace) {
        this.signIn = signIn;
        this.own = own;
        this.sessions = sessions;
        this.current = current;
        this.pace = pace;
    }

    @GetMapping("/office/sign-in")
    Reply show(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String left) {
        return current.get() instanceof Actor.Staff
                ? new Redirect(NextPath.of(next))
                : new SignInPage("", NextPath.of(next), null, left != null);
    }

    @PostMapping("/office/sign-in")
    Reply password(
            @RequestParam String mail,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request) {
        pace.check(request);
        var path = NextPath.of(next);
        return switch (signIn.withPassword(mail, password, request.getRemoteAddr())) {
            case SignInStep.SecondFactorNeeded(var pending) -> {
                sessions.keep(pending, request);
                yield new Redirect(NextPath.with(CODE, path));
            }
            case SignInStep.Refused(var why) -> new SignInPage(mail, path, why, false);
            case SignInStep.SignedIn _, SignInStep.StartAgain _ -> new Redirect("/office/sign-in");
        };
    }

    @GetMapping(CODE)
    Reply showCode(@RequestParam(required = false) @Nullable String next, HttpServletRequest request) {
        return sessions.find(PendingSignIn.class, request).isPresent()
                ? new CodePage(NextPath.of(next), null, false)
                : new Redirect(NextPath.with("/office/sign-in", NextPath.of(next)));
    }

    @PostMapping(CODE)
    Reply code(
            @RequestParam String code,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return secondStep(
                NextPath.of(next),
                false,
                request,
                response,
                pending -> signIn.withCode(pending, code, request.getRemoteAddr()));
    }

    @PostMapping("/office/sign-in/recovery-code")
    Reply recoveryCode(
            @RequestParam("recovery-code") String code,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return secondStep(
                NextPath.of(next),
                true,
                request,
                response,
                pending -> signIn.withRecoveryCode(pending, code, request.getRemoteAddr()));
    }

    @PostMapping("/office/sign-out")
    Reply signOut(HttpServletRequest request) {
        own.signedOut(Actor.requireStaff(current.get()));
        sessions.end(request);
        return new Redirect("/office/sign-in?left=yes");
    }

    private interface Step {
        SignInStep take(PendingSignIn pending);
    }

    private Reply secondStep(
            String next, boolean recovery, HttpServletRequest request, HttpServletResponse response, Step step) {
        pace.check(request);
        var pending = sessions.find(PendingSignIn.class, request);
        if (pending.isEmpty()) {
            return new Redirect(NextPath.with("/office/sign-in", next));
        }
        return switch (step.take(pending.get())) {
            case SignInStep.SignedIn(var account) -> {
                sessions.begin(account, request, response);
                yield new Redirect(next);
            }
            case SignInStep.Refused(Refusal why) -> new CodePage(next, why, recovery);
            case SignInStep.StartAgain _, SignInStep.SecondFactorNeeded _ -> {
                sessions.drop(PendingSignIn.class, request);
                yield new Redirect(NextPath.with("/office/sign-in", next));
            }
        };
    }
}
