package town.machi.identity.jdbc;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import town.machi.identity.Account;
import town.machi.kernel.StaffId;

/// Whose a passkey is, as the authenticator shows it: mail address and name. Staff are their own records, so
/// there is nothing to save.
@Component
public class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final StaffRows staff;

    PasskeyOwners(StaffRows staff) {
        this.staff = staff;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return handle.getBytes().length == 16 ? find(PasskeyRows.staffId(handle)) : null;
    }

    /// @param name what the sign-in calls a person: their id
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return find(new StaffId(UUID.fromString(name)));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("Staff are invited, not made by their passkeys");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Staff do not go with their passkeys");
    }

    private @Nullable PublicKeyCredentialUserEntity find(StaffId id) {
        return staff.find(id)
                .filter(Account::isActive)
                .map(PasskeyOwners::owner)
                .orElse(null);
    }

    private static PublicKeyCredentialUserEntity owner(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyRows.handle(account.member().id()))
                .name(account.member().mail())
                .displayName(account.member().name())
                .build();
    }
}
