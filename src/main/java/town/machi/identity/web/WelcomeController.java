package town.machi.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.identity.Enrolment;
import town.machi.identity.EnrolmentChecks;
import town.machi.identity.IdentityProblem;
import town.machi.identity.PendingEnrolment;
import town.machi.identity.QrCode;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.Town;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// Behind a one-time link: password, app, recovery codes, and then one is in.
@Controller
@RequestMapping("/office/welcome/{secret}")
class WelcomeController {

    private static final EnrolmentChecks.Typed NOTHING = new EnrolmentChecks.Typed("", "", "", "");

    private final Enrolment enrolment;
    private final OfficeSession sessions;
    private final Town town;
    private final Pace pace;

    WelcomeController(Enrolment enrolment, OfficeSession sessions, Town town, Pace pace) {
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.town = town;
        this.pace = pace;
    }

    @GetMapping
    Reply show(@PathVariable String secret, HttpServletRequest request) {
        pace.check(request);
        return enrolment
                .open(secret)
                .<Reply>map(opened -> page(secret, opened, NOTHING, Wrong.NOTHING))
                .orElse(new LinkGonePage());
    }

    @PostMapping
    Reply begin(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        pace.check(request);
        var opened = open(secret);
        var typed = new EnrolmentChecks.Typed(name, mail, password, again);
        return switch (enrolment.begin(opened, typed)) {
            case EnrolmentChecks.Checked.Wrong(var byField) -> page(secret, opened, typed, new Wrong(byField));
            case EnrolmentChecks.Checked.Good(var pending) -> {
                sessions.keep(pending, request);
                yield new Redirect("/office/welcome/" + secret + "/app");
            }
        };
    }

    @GetMapping("/app")
    Reply showApp(@PathVariable String secret, HttpServletRequest request) {
        var opened = open(secret);
        return sessions.find(PendingEnrolment.class, request)
                .<Reply>map(pending -> app(secret, opened, pending, null))
                .orElse(new Redirect("/office/welcome/" + secret));
    }

    /// The QR code for the app: for the session that waits for it, and kept by nobody.
    @GetMapping("/app.svg")
    ResponseEntity<String> qrCode(@PathVariable String secret, HttpServletRequest request) {
        open(secret);
        var pending = sessions.find(PendingEnrolment.class, request)
                .orElseThrow(() -> new ProblemException(IdentityProblem.LINK_GONE));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(QrCode.svg(pending.totp().uri(town.name(), pending.mail())));
    }

    @PostMapping("/app")
    Reply finish(
            @PathVariable String secret,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        pace.check(request);
        var opened = open(secret);
        var pending = sessions.find(PendingEnrolment.class, request).orElse(null);
        if (pending == null) {
            return new Redirect("/office/welcome/" + secret);
        }
        return switch (enrolment.finish(pending, code, request.getRemoteAddr())) {
            case Enrolment.Result.WrongCode(var why) -> app(secret, opened, pending, why);
            case Enrolment.Result.LinkGone _ -> new LinkGonePage();
            case Enrolment.Result.Done(var account, var codes) -> {
                sessions.begin(account, request, response);
                yield new RecoveryCodesPage(codes, true);
            }
        };
    }

    private Enrolment.Opened open(String secret) {
        return enrolment.open(secret).orElseThrow(() -> new ProblemException(IdentityProblem.LINK_GONE));
    }

    private static WelcomePage page(String secret, Enrolment.Opened opened, EnrolmentChecks.Typed typed, Wrong wrong) {
        var account = opened.account();
        var whom = account == null ? "" : account.member().name();
        var mail = account == null ? "" : account.member().mail();
        return new WelcomePage(secret, opened.link().purpose(), whom, mail, typed, wrong);
    }

    private static FactorPage app(
            String secret, Enrolment.Opened opened, PendingEnrolment pending, @Nullable Refusal why) {
        var title = page(secret, opened, NOTHING, Wrong.NOTHING).title();
        return new FactorPage(secret, title, pending.totp().secretInGroups(), why);
    }
}
