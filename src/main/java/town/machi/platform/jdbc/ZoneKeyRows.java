package town.machi.platform.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The row of `platform.exchange_key`.
@Component
public class ZoneKeyRows {

    private final JdbcClient jdbc;

    ZoneKeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param secret PKCS #8
    /// @param publicKey X.509
    public record Pair(byte[] secret, byte[] publicKey) {}

    /// The one that was there first, or this one.
    public Pair keep(Pair fresh) {
        jdbc.sql("INSERT INTO platform.exchange_key (secret, public_key) VALUES (:secret, :key) ON CONFLICT DO NOTHING")
                .param("secret", fresh.secret())
                .param("key", fresh.publicKey())
                .update();
        return jdbc.sql("SELECT secret, public_key FROM platform.exchange_key")
                .query((row, _) -> new Pair(row.getBytes("secret"), row.getBytes("public_key")))
                .single();
    }
}
