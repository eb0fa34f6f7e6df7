package town.machi.identity.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What goes to and fro between our script and the authenticator, as WebAuthn's JSON.
@Component
class PasskeyJson {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    /// Options for `navigator.credentials`.
    ResponseEntity<String> options(Object options) {
        return answer(HttpStatus.OK, options);
    }

    /// Where the browser goes now.
    ResponseEntity<String> location(String path) {
        return answer(HttpStatus.OK, Map.of("location", path));
    }

    /// A sentence for the person.
    ResponseEntity<String> refused(String sentence) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, Map.of("message", sentence));
    }

    Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> assertion(String body) {
        return read(body, new TypeReference<>() {});
    }

    Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> attestation(String body) {
        return read(body, new TypeReference<>() {});
    }

    private <T> Optional<T> read(String body, TypeReference<T> type) {
        try {
            return Optional.ofNullable(json.readValue(body, type));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ResponseEntity<String> answer(HttpStatus status, Object content) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(json.writeValueAsString(content));
    }
}
