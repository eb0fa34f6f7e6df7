package town.machi.identity.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.identity.FailedTries;

/// Failed tries by the hash of what was typed as the account.
@Component
public class TryRows {

    private final JdbcClient db;

    TryRows(JdbcClient db) {
        this.db = db;
    }

    /// What is known of the account, locked until the transaction ends.
    public FailedTries lock(String accountHash) {
        db.sql("""
                        INSERT INTO identity.failed_try (account_hash, tries, last_at) VALUES (:hash, 0, :epoch)
                        ON CONFLICT DO NOTHING
                        """)
                .param("hash", accountHash)
                .param("epoch", OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC))
                .update();
        return db.sql("SELECT tries, last_at FROM identity.failed_try WHERE account_hash = :hash FOR UPDATE")
                .param("hash", accountHash)
                .query((row, number) -> new FailedTries(
                        row.getInt("tries"),
                        Objects.requireNonNull(row.getObject("last_at", OffsetDateTime.class))
                                .toInstant()))
                .single();
    }

    public void write(String accountHash, FailedTries tries) {
        db.sql("UPDATE identity.failed_try SET tries = :tries, last_at = :last WHERE account_hash = :hash")
                .param("tries", tries.count())
                .param("last", OffsetDateTime.ofInstant(tries.last(), ZoneOffset.UTC))
                .param("hash", accountHash)
                .update();
    }

    public void delete(String accountHash) {
        db.sql("DELETE FROM identity.failed_try WHERE account_hash = :hash")
                .param("hash", accountHash)
                .update();
    }

    public int deleteOlderThan(Instant before) {
        return db.sql("DELETE FROM identity.failed_try WHERE last_at < :before")
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .update();
    }
}
