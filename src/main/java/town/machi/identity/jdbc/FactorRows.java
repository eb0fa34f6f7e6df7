package town.machi.identity.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.identity.Totp;
import town.machi.kernel.StaffId;

/// What somebody proves themselves with: password, authenticator app, recovery codes.
@Component
public class FactorRows {

    private final JdbcClient db;

    FactorRows(JdbcClient db) {
        this.db = db;
    }

    /// @param encoded bcrypt
    public void changePassword(StaffId id, String encoded) {
        db.sql("UPDATE identity.staff SET password = :password, revision = revision + 1 WHERE id = :id")
                .param("password", encoded)
                .param("id", id.value())
                .update();
    }

    public void clearPassword(StaffId id) {
        db.sql("UPDATE identity.staff SET password = NULL, revision = revision + 1 WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /// @param step the time step of the code that proved the app, which is thereby used up
    public void changeTotp(StaffId id, Totp totp, long step) {
        db.sql("""
                        UPDATE identity.staff SET totp_secret = :secret, totp_step = :step, revision = revision + 1
                        WHERE id = :id
                        """)
                .param("secret", totp.secret())
                .param("step", step)
                .param("id", id.value())
                .update();
    }

    /// Takes away the app, the recovery codes and the passkeys.
    public void clearSecondFactors(StaffId id) {
        db.sql("UPDATE identity.staff SET totp_secret = NULL, revision = revision + 1 WHERE id = :id")
                .param("id", id.value())
                .update();
        db.sql("DELETE FROM identity.recovery_code WHERE staff_id = :id")
                .param("id", id.value())
                .update();
        db.sql("DELETE FROM identity.passkey WHERE staff_id = :id")
                .param("id", id.value())
                .update();
    }

    /// Uses a code up.
    ///
    /// @return false where it, or a later one, was used before: also by another node at the same moment
    public boolean takeStep(StaffId id, long step) {
        return db.sql("UPDATE identity.staff SET totp_step = :step WHERE id = :id AND totp_step < :step")
                        .param("step", step)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    public void replaceRecoveryCodes(StaffId id, List<String> hashes) {
        db.sql("DELETE FROM identity.recovery_code WHERE staff_id = :id")
                .param("id", id.value())
                .update();
        for (var hash : hashes) {
            db.sql("INSERT INTO identity.recovery_code (staff_id, hash) VALUES (:id, :hash)")
                    .param("id", id.value())
                    .param("hash", hash)
                    .update();
        }
    }

    /// Uses a recovery code up; false where it is none, or used.
    public boolean takeRecoveryCode(StaffId id, String hash, Instant at) {
        return db.sql("""
                                UPDATE identity.recovery_code SET used_at = :at
                                WHERE staff_id = :id AND hash = :hash AND used_at IS NULL
                                """)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("id", id.value())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    public int countRecoveryCodes(StaffId id) {
        return db.sql("SELECT count(*) FROM identity.recovery_code WHERE staff_id = :id AND used_at IS NULL")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }
}
