package town.machi.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.identity.Passkeys;
import town.machi.kernel.Actor;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.shell.CurrentActor;
import town.machi.shell.Reply;
import town.machi.shell.Texts;

/// One's own passkeys.
@Controller
@RequestMapping("/office/account/passkeys")
class PasskeyController {

    private final Passkeys passkeys;
    private final OfficeSession sessions;
    private final CurrentActor current;
    private final PasskeyJson json;

    PasskeyController(Passkeys passkeys, OfficeSession sessions, CurrentActor current, PasskeyJson json) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.current = current;
        this.json = json;
    }

    /// The first half of adding one: the password, for a challenge.
    @PostMapping("/options")
    ResponseEntity<String> options(
            @RequestParam("passkey-password") String password,
            Texts texts,
            Authentication authentication,
            HttpServletRequest request) {
        var refusal = passkeys.mayAdd(me(), password);
        if (refusal.isPresent()) {
            return json.refused(texts.get(refusal.get()));
        }
        var options = passkeys.creationOptions(authentication);
        sessions.keep(options, request);
        return json.options(options);
    }

    /// The second half: what the authenticator made of it.
    @PostMapping
    ResponseEntity<String> add(
            @RequestBody String body, @RequestParam String label, Texts texts, HttpServletRequest request) {
        var options = sessions.take(PublicKeyCredentialCreationOptions.class, request);
        var made = json.attestation(body);
        if (options.isEmpty() || made.isEmpty()) {
            return json.refused(texts.get(Refusal.of("identity.passkey.not-accepted")));
        }
        return passkeys.add(me(), options.get(), made.get(), label)
                .map(why -> json.refused(texts.get(why)))
                .orElseGet(() -> json.location(AccountController.PATH + "?done=passkey"));
    }

    @PostMapping("/{passkey}/name")
    Reply rename(@PathVariable String passkey, @RequestParam String label) {
        passkeys.rename(me(), idOf(passkey), label);
        return AccountController.done("passkey-name");
    }

    @PostMapping("/{passkey}/delete")
    Reply delete(@PathVariable String passkey) {
        passkeys.delete(me(), idOf(passkey));
        return AccountController.done("passkey-gone");
    }

    private Actor.Staff me() {
        return Actor.requireStaff(current.get());
    }

    private static Bytes idOf(String typed) {
        try {
            return new Bytes(Base64.getUrlDecoder().decode(typed));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(e, KernelProblem.NOT_FOUND);
        }
    }
}
