package town.machi.identity;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import town.machi.identity.jdbc.PasskeyOwners;
import town.machi.identity.jdbc.PasskeyRows;
import town.machi.platform.Town;

/// Passkeys hold for the town's one address, and only when the authenticator has verified the person (PIN,
/// finger, face): so a passkey is both factors. Source: Web Authentication Level 3.
@Configuration(proxyBeanMethods = false)
class PasskeySetup {

    @Bean
    WebAuthnRelyingPartyOperations webAuthn(Town town, PasskeyOwners owners, PasskeyRows passkeys) {
        var base = town.baseUri();
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
