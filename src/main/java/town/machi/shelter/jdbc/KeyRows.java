package town.machi.shelter.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The room's keys: the same for all nodes, made once.
@Component
public class KeyRows {

    private final JdbcClient jdbc;
    private final RandomGenerator random;

    KeyRows(JdbcClient jdbc, RandomGenerator random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /// @param privateKey PKCS #8
    /// @param publicKey SubjectPublicKeyInfo
    public record Row(byte[] privateKey, byte[] publicKey) {}

    /// The newest first.
    public List<Row> list() {
        return jdbc.sql("SELECT private_key, public_key FROM shelter.signing_key ORDER BY made_at DESC, id DESC")
                .query((row, number) -> new Row(row.getBytes("private_key"), row.getBytes("public_key")))
                .list();
    }

    /// Adds the first key; where another node was faster, its key stays the only one.
    public void addFirst(UUID id, byte[] privateKey, byte[] publicKey, Instant at) {
        jdbc.sql("""
                        INSERT INTO shelter.signing_key (id, private_key, public_key, made_at)
                        SELECT :id, :private, :public, :at
                        FROM (SELECT pg_advisory_xact_lock(hashtext('shelter.signing_key'))) AS one_at_a_time
                        WHERE NOT EXISTS (SELECT FROM shelter.signing_key)
                        """)
                .param("id", id)
                .param("private", privateKey)
                .param("public", publicKey)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /// With which the desks of a shelter close what they hand to each other.
    public byte[] exchangeKey(UUID shelter) {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        jdbc.sql("""
                        INSERT INTO shelter.exchange_key (shelter_id, secret) VALUES (:shelter, :secret)
                        ON CONFLICT (shelter_id) DO NOTHING
                        """).param("shelter", shelter).param("secret", fresh).update();
        return jdbc.sql("SELECT secret FROM shelter.exchange_key WHERE shelter_id = :shelter")
                .param("shelter", shelter)
                .query(byte[].class)
                .single();
    }
}
