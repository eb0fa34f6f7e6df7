package town.machi.identity;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.PasskeyOwners;
import town.machi.identity.jdbc.PasskeyRows;
import town.machi.platform.Town;

/// Passkeys hold for the town's one address, and only when the authenticator has verified the person (PIN,
/// finger, face): so a passkey is both factors. The address is known once the node listens.
///
/// Source: Web Authentication Level 3.
@Component
class PasskeyParty {

    private final Town town;
    private final PasskeyOwners owners;
    private final PasskeyRows passkeys;
    private volatile @Nullable AtAddress current;

    PasskeyParty(Town town, PasskeyOwners owners, PasskeyRows passkeys) {
        this.town = town;
        this.owners = owners;
        this.passkeys = passkeys;
    }

    private record AtAddress(URI base, WebAuthnRelyingPartyOperations operations) {}

    WebAuthnRelyingPartyOperations operations() {
        var base = town.baseUri();
        var known = current;
        if (known == null || !known.base().equals(base)) {
            known = new AtAddress(base, operationsAt(base));
            current = known;
        }
        return known.operations();
    }

    private WebAuthnRelyingPartyOperations operationsAt(URI base) {
        var party = PublicKeyCredentialRpEntity.builder()
                .id(base.getHost())
                .name(town.name())
                .build();
        var origin = base.getScheme() + "://" + base.getAuthority();
        var operations = new Webauthn4JRelyingPartyOperations(owners, passkeys, party, Set.of(origin));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
