package town.machi.identity.jdbc;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import town.machi.kernel.StaffId;

/// Passkeys as Spring Security wants them kept. A person's handle in the authenticator is the sixteen bytes of
/// their id: it tells nothing about them.
@Component
public class PasskeyRows implements UserCredentialRepository {

    private static final String SELECT = """
            SELECT credential_id, staff_id, label, public_key, attestation, client_data, sign_count, verified,
                   transports, backup_able, backed_up, created_at, last_used_at
            FROM identity.passkey
            """;

    private final JdbcClient db;
    private final Clock clock;

    PasskeyRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Adds a passkey, or writes down that one was used.
    @Override
    public void save(CredentialRecord passkey) {
        if (passkey.getCreated().equals(passkey.getLastUsed())) {
            insert(passkey);
        } else {
            markUsed(passkey);
        }
    }

    private void markUsed(CredentialRecord passkey) {
        db.sql("""
                        UPDATE identity.passkey
                        SET sign_count = :signCount, backed_up = :backedUp, last_used_at = :now
                        WHERE credential_id = :id
                        """)
                .param("signCount", passkey.getSignatureCount())
                .param("backedUp", passkey.isBackupState())
                .param("now", OffsetDateTime.now(clock))
                .param("id", passkey.getCredentialId().getBytes())
                .update();
    }

    private void insert(CredentialRecord passkey) {
        db.sql("""
                        INSERT INTO identity.passkey (credential_id, staff_id, label, public_key, attestation, client_data,
                            sign_count, verified, transports, backup_able, backed_up, created_at)
                        VALUES (:id, :staff, :label, :publicKey, :attestation, :clientData,
                            :signCount, :verified, :transports, :backupAble, :backedUp, :now)
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("staff", staffId(passkey.getUserEntityUserId()).value())
                .param("label", passkey.getLabel())
                .param("publicKey", passkey.getPublicKey().getBytes())
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("clientData", bytes(passkey.getAttestationClientDataJSON()))
                .param("signCount", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("transports", transports(passkey.getTransports()))
                .param("backupAble", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return db.sql(SELECT + " WHERE credential_id = :id")
                .param("id", credentialId.getBytes())
                .query(PasskeyRows::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return db.sql(SELECT + " WHERE staff_id = :staff ORDER BY created_at, credential_id")
                .param("staff", staffId(handle).value())
                .query(PasskeyRows::passkey)
                .list();
    }

    @Override
    public void delete(Bytes credentialId) {
        db.sql("DELETE FROM identity.passkey WHERE credential_id = :id")
                .param("id", credentialId.getBytes())
                .update();
    }

    /// @return whether it was there, and theirs
    public boolean delete(StaffId staff, Bytes credentialId) {
        return db.sql("DELETE FROM identity.passkey WHERE credential_id = :id AND staff_id = :staff")
                        .param("id", credentialId.getBytes())
                        .param("staff", staff.value())
                        .update()
                == 1;
    }

    /// @return whether it was there, and theirs
    public boolean rename(StaffId staff, Bytes credentialId, String label) {
        return db.sql("UPDATE identity.passkey SET label = :label WHERE credential_id = :id AND staff_id = :staff")
                        .param("label", label)
                        .param("id", credentialId.getBytes())
                        .param("staff", staff.value())
                        .update()
                == 1;
    }

    /// A person's handle in the authenticator.
    public static Bytes handle(StaffId staff) {
        var id = staff.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    public static StaffId staffId(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new StaffId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return Objects.requireNonNull(bytes, "a new passkey comes with its attestation")
                .getBytes();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<AuthenticatorTransport> transports(String transports) {
        return Arrays.stream(transports.split(","))
                .filter(transport -> !transport.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
        var created = instant(row.getObject("created_at", OffsetDateTime.class));
        var used = instant(row.getObject("last_used_at", OffsetDateTime.class));
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(new StaffId(Objects.requireNonNull(row.getObject("staff_id", UUID.class)))))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_able"))
                .backupState(row.getBoolean("backed_up"))
                .created(Objects.requireNonNull(created))
                .lastUsed(used == null ? Objects.requireNonNull(created) : used)
                .build();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
