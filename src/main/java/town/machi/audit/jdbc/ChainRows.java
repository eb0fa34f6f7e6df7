package town.machi.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.audit.AuditRow;
import town.machi.audit.chain.ChainLink;

/// The links of the chain, and the rows that wait for theirs.
public final class ChainRows {

    /// One link as it is stored, with the row it seals unless that is gone.
    public record Sealed(ChainLink link, @Nullable AuditRow row) {}

    private static final long LOCK = 0x61756469740001L;

    private final JdbcClient jdbc;

    public ChainRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Held to the end of the transaction. One sealer at a time, on whatever node.
    public boolean tryLock() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    public Optional<ChainLink> findLast() {
        return jdbc.sql("SELECT position, number, highest, sealed_at, hash FROM audit.chain"
                        + " ORDER BY position DESC LIMIT 1")
                .query((row, _) -> link(row))
                .optional();
    }

    public Optional<ChainLink> findByPosition(long position) {
        return jdbc.sql("SELECT position, number, highest, sealed_at, hash FROM audit.chain WHERE position = :position")
                .param("position", position)
                .query((row, _) -> link(row))
                .optional();
    }

    /// The highest row number that was sealed by then; 0 where none was.
    public long highestSealedBefore(Instant time) {
        return jdbc.sql("""
                SELECT highest FROM audit.chain WHERE sealed_at <= :time
                ORDER BY sealed_at DESC, position DESC LIMIT 1
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Rows that are visible and unsealed, above that number.
    public List<AuditRow> listWaiting(long above, int limit) {
        return jdbc.sql("""
                SELECT number, at, actor_kind, actor_id, address, action, subject, what, outcome
                FROM audit.waiting JOIN audit.entry USING (number)
                WHERE number > :above ORDER BY number LIMIT :limit
                """)
                .param("above", above)
                .param("limit", limit)
                .query((row, _) -> AuditRows.read(row))
                .list();
    }

    /// Adds the links, and takes their rows off the list of what waits.
    public void insert(List<ChainLink> links) {
        if (links.isEmpty()) {
            return;
        }
        jdbc.sql("""
                WITH sealed AS (
                    INSERT INTO audit.chain (position, number, highest, sealed_at, hash)
                    SELECT position, number, highest, :sealedAt, hash
                    FROM unnest(:positions::bigint[], :numbers::bigint[], :highests::bigint[], :hashes::bytea[])
                         AS link (position, number, highest, hash)
                    RETURNING number)
                DELETE FROM audit.waiting WHERE number IN (SELECT number FROM sealed)
                """)
                .param("sealedAt", links.getFirst().sealedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "positions",
                        links.stream().mapToLong(ChainLink::position).toArray())
                .param("numbers", links.stream().mapToLong(ChainLink::number).toArray())
                .param("highests", links.stream().mapToLong(ChainLink::highest).toArray())
                .param("hashes", links.stream().map(ChainLink::hash).toArray(byte[][]::new))
                .update();
    }

    /// The whole chain with its rows, in its order, a few thousand at a time; needs a transaction around it.
    public void forEach(Consumer<Sealed> consumer) {
        try (Stream<Sealed> all = jdbc
                .sql("""
                SELECT chain.position, chain.number, chain.highest, chain.sealed_at, chain.hash,
                       entry.number IS NOT NULL AS is_there, entry.at, entry.actor_kind, entry.actor_id,
                       entry.address, entry.action, entry.subject, entry.what, entry.outcome
                FROM audit.chain LEFT JOIN audit.entry ON entry.number = chain.number
                ORDER BY chain.position
                """)
                .withFetchSize(2000)
                .query((row, _) -> new Sealed(link(row), row.getBoolean("is_there") ? AuditRows.read(row) : null))
                .stream()) {
            all.forEach(consumer);
        }
    }

    /// The first row that has no link and does not wait for one, or waits in vain because it came too late.
    ///
    /// @param settled rows up to this number can no longer be sealed
    public Optional<AuditRow> findFirstOutOfTurn(long settled) {
        return jdbc.sql("""
                SELECT number, at, actor_kind, actor_id, address, action, subject, what, outcome
                FROM audit.entry
                WHERE NOT EXISTS (SELECT FROM audit.chain WHERE chain.number = entry.number)
                  AND (number <= :settled OR NOT EXISTS (SELECT FROM audit.waiting WHERE waiting.number = entry.number))
                ORDER BY number LIMIT 1
                """)
                .param("settled", settled)
                .query((row, _) -> AuditRows.read(row))
                .optional();
    }

    /// The first number that waits for a seal while its row is gone.
    public Optional<Long> findFirstGoneWhileWaiting() {
        return jdbc.sql("""
                SELECT number FROM audit.waiting
                WHERE NOT EXISTS (SELECT FROM audit.entry WHERE entry.number = waiting.number)
                ORDER BY number LIMIT 1
                """).query(Long.class).optional();
    }

    public long countWaiting() {
        return jdbc.sql("SELECT count(*) FROM audit.waiting").query(Long.class).single();
    }

    private static ChainLink link(ResultSet row) throws SQLException {
        return new ChainLink(
                row.getLong("position"),
                row.getLong("number"),
                row.getLong("highest"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getBytes("hash"));
    }
}
