package town.machi.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.identity.Passkeys;
import town.machi.identity.SignIn;
import town.machi.identity.SignInStep;
import town.machi.kernel.Refusal;
import town.machi.shell.Texts;

/// Signing in with a passkey: the script asks for a challenge, the authenticator signs it.
@Controller
class PasskeySignInController {

    private final Passkeys passkeys;
    private final SignIn signIn;
    private final OfficeSession sessions;
    private final PasskeyJson json;
    private final Pace pace;

    PasskeySignInController(Passkeys passkeys, SignIn signIn, OfficeSession sessions, PasskeyJson json, Pace pace) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sessions = sessions;
        this.json = json;
        this.pace = pace;
    }

    @PostMapping("/office/sign-in/passkey/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        pace.check(request);
        var options = passkeys.requestOptions();
        sessions.keep(options, request);
        return json.options(options);
    }

    @PostMapping("/office/sign-in/passkey")
    ResponseEntity<String> signIn(
            @RequestBody String body,
            @RequestParam(required = false) @Nullable String next,
            Texts texts,
            HttpServletRequest request,
            HttpServletResponse response) {
        pace.check(request);
        var options = sessions.take(PublicKeyCredentialRequestOptions.class, request);
        var signed = json.assertion(body);
        if (options.isEmpty() || signed.isEmpty()) {
            return json.refused(texts.get(Refusal.of("identity.sign-in.passkey-wrong")));
        }
        var staff = passkeys.verify(options.get(), signed.get()).orElse(null);
        return switch (signIn.withPasskey(staff, request.getRemoteAddr())) {
            case SignInStep.SignedIn(var account) -> {
                sessions.begin(account, request, response);
                yield json.location(NextPath.of(next));
            }
            case SignInStep.Refused(var why) -> json.refused(texts.get(why));
            case SignInStep.SecondFactorNeeded _, SignInStep.StartAgain _ ->
                json.refused(texts.get(Refusal.of("identity.sign-in.passkey-wrong")));
        };
    }
}
