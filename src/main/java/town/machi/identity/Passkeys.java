package town.machi.identity;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.jdbc.PasskeyRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.StaffId;

/// Passkeys: made, used, named and thrown away. The signatures are Spring Security's and WebAuthn4J's business.
@Component
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int LONGEST_LABEL = 60;

    private final PasskeyParty party;
    private final PasskeyRows rows;
    private final PasswordProof proof;
    private final OwnTrail trail;

    Passkeys(PasskeyParty party, PasskeyRows rows, PasswordProof proof, OwnTrail trail) {
        this.party = party;
        this.rows = rows;
        this.proof = proof;
        this.trail = trail;
    }

    /// May this person add a passkey? The password tells; it counts like one at the sign-in.
    @Transactional
    public Optional<Refusal> mayAdd(Actor.Staff staff, String password) {
        return proof.check(staff.staffId(), password);
    }

    /// What the browser needs to make a passkey.
    public PublicKeyCredentialCreationOptions creationOptions(Authentication staff) {
        return party.operations()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(staff));
    }

    /// Keeps a new passkey, if it answers the challenge and was made by a verified person.
    @Transactional
    public Optional<Refusal> add(
            Actor.Staff staff,
            PublicKeyCredentialCreationOptions options,
            PublicKeyCredential<AuthenticatorAttestationResponse> made,
            String label) {
        try {
            var key = new RelyingPartyPublicKey(made, labelOf(label));
            party.operations().registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, key));
        } catch (WebAuthnException | IllegalArgumentException e) {
            LOG.info("A passkey of staff {} was not accepted: {}", staff.id(), e.toString());
            return trail.refused(staff, "passkey-add", Refusal.of("identity.passkey.not-accepted"));
        }
        trail.done(staff, "passkey-add", "パスキー「" + labelOf(label) + "」が追加されました。");
        return Optional.empty();
    }

    /// What the browser needs to sign in with whatever passkey it has for the town.
    public PublicKeyCredentialRequestOptions requestOptions() {
        return party.operations()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /// Whose the passkey is, if its signature is right.
    @Transactional
    public Optional<StaffId> verify(
            PublicKeyCredentialRequestOptions options, PublicKeyCredential<AuthenticatorAssertionResponse> signed) {
        try {
            var owner = party.operations().authenticate(new RelyingPartyAuthenticationRequest(options, signed));
            return Optional.of(PasskeyRows.staffId(owner.getId()));
        } catch (WebAuthnException | IllegalArgumentException e) {
            LOG.info("A passkey was not accepted: {}", e.toString());
            return Optional.empty();
        }
    }

    /// The oldest first.
    public List<CredentialRecord> list(StaffId staff) {
        return rows.findByUserId(PasskeyRows.handle(staff));
    }

    @Transactional
    public void rename(Actor.Staff staff, Bytes passkey, String label) {
        if (rows.rename(staff.staffId(), passkey, labelOf(label))) {
            trail.done(staff, "passkey-rename");
        }
    }

    @Transactional
    public void delete(Actor.Staff staff, Bytes passkey) {
        if (rows.delete(staff.staffId(), passkey)) {
            trail.done(staff, "passkey-delete", "パスキーが削除されました。");
        }
    }

    private static String labelOf(String typed) {
        var label = typed.strip();
        var end = label.offsetByCodePoints(0, Math.min(LONGEST_LABEL, label.codePointCount(0, label.length())));
        return label.isEmpty() ? "パスキー" : label.substring(0, end);
    }
}
