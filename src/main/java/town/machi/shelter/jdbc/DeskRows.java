package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.StaffId;
import town.machi.shelter.entrance.DeskDevice;
import town.machi.shelter.entrance.DeskPass;

/// The passes and the desks.
@Component
public class DeskRows {

    private static final String DESK = """
            SELECT d.id AS desk_id, d.shelter_id AS desk_shelter, d.number AS desk_number, d.public_key, d.lease_secret,
                   d.token_hash,
                   d.renewal, d.lease_until, d.enrolled_at, d.seen_at, d.offset_millis, d.revoked_at AS desk_revoked,
                   p.*
            FROM shelter.desk d JOIN shelter.desk_pass p ON p.id = d.pass_id
            """;

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    DeskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when there is a pass with this id
    public boolean addPass(DeskPass pass, byte[] codeHash) {
        return jdbc.sql("""
                        INSERT INTO shelter.desk_pass (id, shelter_id, kind, code_hash, made_by, made_at, good_until)
                        VALUES (:id, :shelter, :kind, :hash, :by, :at, :until)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", pass.id())
                        .param("shelter", pass.shelter())
                        .param("kind", pass.kind().name())
                        .param("hash", codeHash)
                        .param("by", pass.madeBy().value())
                        .param("at", Columns.at(pass.madeAt()))
                        .param("until", Columns.at(pass.goodUntil()))
                        .update()
                == 1;
    }

    public Optional<DeskPass> findPass(UUID id) {
        return jdbc.sql("SELECT * FROM shelter.desk_pass WHERE id = :id")
                .param("id", id)
                .query(DeskRows::pass)
                .optional();
    }

    /// The pass with this code, locked until the transaction ends: it is used once.
    public Optional<DeskPass> takePass(byte[] codeHash) {
        return jdbc.sql("SELECT * FROM shelter.desk_pass WHERE code_hash = :hash FOR UPDATE")
                .param("hash", codeHash)
                .query(DeskRows::pass)
                .optional();
    }

    public void markUsed(UUID pass, Instant at) {
        jdbc.sql("UPDATE shelter.desk_pass SET used_at = :at WHERE id = :id")
                .param("at", Columns.at(at))
                .param("id", pass)
                .update();
    }

    public boolean revokePass(UUID pass, Instant at) {
        return jdbc.sql("UPDATE shelter.desk_pass SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
                        .param("at", Columns.at(at))
                        .param("id", pass)
                        .update()
                == 1;
    }

    public List<DeskPass> cards(UUID shelter, Instant goodAfter) {
        return jdbc.sql("""
                        SELECT * FROM shelter.desk_pass
                        WHERE shelter_id = :shelter AND kind = 'CARD' AND good_until > :after ORDER BY number DESC
                        """)
                .param("shelter", shelter)
                .param("after", Columns.at(goodAfter))
                .query(DeskRows::pass)
                .list();
    }

    /// Adds a desk under the next number of its shelter, and says which.
    public int addDesk(DeskDevice desk, byte[] tokenHash) {
        return jdbc.sql("""
                        INSERT INTO shelter.desk (id, shelter_id, pass_id, number, public_key, token_hash, lease_secret,
                                                  lease_until, enrolled_at)
                        SELECT :id, :shelter, :pass, 1 + coalesce(
                                   (SELECT max(number) FROM shelter.desk WHERE shelter_id = :shelter), 0),
                               :key, :hash, :secret, :until, :at
                        FROM (SELECT pg_advisory_xact_lock(hashtext(:shelter::text))) AS one_at_a_time
                        RETURNING number
                        """)
                .param("id", desk.id())
                .param("shelter", desk.shelter())
                .param("pass", desk.pass().id())
                .param("key", desk.publicKey())
                .param("hash", tokenHash)
                .param("secret", desk.leaseSecret())
                .param("until", Columns.at(desk.leaseUntil()))
                .param("at", Columns.at(desk.enrolledAt()))
                .query(Integer.class)
                .single();
    }

    /// The same device signs in again: another pass, another token, the same desk.
    public void enterAgain(UUID desk, UUID pass, byte[] tokenHash, Instant leaseUntil, int renewal) {
        jdbc.sql("""
                        UPDATE shelter.desk SET pass_id = :pass, token_hash = :hash, lease_until = :until, renewal = :renewal,
                               revoked_at = NULL
                        WHERE id = :id
                        """)
                .param("pass", pass)
                .param("hash", tokenHash)
                .param("until", Columns.at(leaseUntil))
                .param("renewal", renewal)
                .param("id", desk)
                .update();
    }

    public Optional<DeskDevice> findDesk(UUID id) {
        return jdbc.sql(DESK + "WHERE d.id = :id")
                .param("id", id)
                .query(DeskRows::desk)
                .optional();
    }

    /// Those of these desks that are ours, and how far the clock of each was ahead of ours when it last said so.
    public Map<UUID, Duration> clocks(Set<UUID> desks) {
        Map<UUID, Duration> clocks = new HashMap<>();
        jdbc.sql("SELECT id, coalesce(offset_millis, 0) AS ahead FROM shelter.desk WHERE id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(desks, id -> id))
                .query(row -> {
                    clocks.put(row.getObject("id", UUID.class), Duration.ofMillis(row.getLong("ahead")));
                });
        return clocks;
    }

    /// The desk with each of these tokens.
    public List<Optional<DeskDevice>> findByTokens(List<byte[]> tokenHashes) {
        Map<String, DeskDevice> found = new HashMap<>();
        jdbc.sql(DESK + "WHERE d.token_hash = ANY (:hashes)")
                .param("hashes", tokenHashes.toArray(byte[][]::new))
                .query(row -> {
                    found.put(HEX.formatHex(row.getBytes("token_hash")), desk(row, row.getRow()));
                });
        return tokenHashes.stream()
                .map(hash -> Optional.ofNullable(found.get(HEX.formatHex(hash))))
                .toList();
    }

    public List<DeskDevice> desks(UUID shelter) {
        return jdbc.sql(DESK + "WHERE d.shelter_id = :shelter ORDER BY d.number")
                .param("shelter", shelter)
                .query(DeskRows::desk)
                .list();
    }

    /// What is noted of a desk that was heard of.
    ///
    /// @param renewal the first of its renewal codes that it has not used
    public record HeardOf(UUID desk, long offsetMillis, Instant leaseUntil, int renewal) {}

    /// These were heard of.
    public void heard(List<HeardOf> all, Instant at) {
        jdbc.sql("""
                        UPDATE shelter.desk d SET seen_at = :at, offset_millis = given.offset_millis,
                               lease_until = given.lease_until, renewal = greatest(d.renewal, given.renewal)
                        FROM unnest(:ids::uuid[], :offsets::bigint[], :untils::timestamptz[], :renewals::int[])
                            AS given (id, offset_millis, lease_until, renewal)
                        WHERE d.id = given.id
                        """)
                .param("at", Columns.at(at))
                .param("ids", Columns.of(all, HeardOf::desk))
                .param("offsets", Columns.of(all, HeardOf::offsetMillis))
                .param("untils", Columns.of(all, HeardOf::leaseUntil))
                .param("renewals", Columns.of(all, HeardOf::renewal))
                .update();
    }

    /// Whether all the openings that the desk can know of are forgotten, some of them since it was last heard of.
    public boolean keepsForgottenNames(UUID desk) {
        return jdbc.sql("""
                        SELECT coalesce(bool_and(a.forgotten_at IS NOT NULL)
                                        AND bool_or(a.forgotten_at > coalesce(d.seen_at, d.enrolled_at)), false)
                        FROM shelter.desk d
                        JOIN shelter.opening o ON o.shelter_id = d.shelter_id
                             AND o.prepared_at <= coalesce(d.seen_at, d.enrolled_at)
                             AND (o.closed_at IS NULL OR o.closed_at >= d.enrolled_at)
                        LEFT JOIN shelter.aftermath a ON a.disaster_id = o.disaster_id
                        WHERE d.id = :desk
                        """).param("desk", desk).query(Boolean.class).single();
    }

    public boolean revokeDesk(UUID desk, Instant at) {
        return jdbc.sql("UPDATE shelter.desk SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
                        .param("at", Columns.at(at))
                        .param("id", desk)
                        .update()
                == 1;
    }

    /// Desk → its number in its shelter.
    public Map<UUID, Integer> numbers() {
        Map<UUID, Integer> numbers = new HashMap<>();
        jdbc.sql("SELECT id, number FROM shelter.desk").query(row -> {
            numbers.put(row.getObject("id", UUID.class), row.getInt("number"));
        });
        return numbers;
    }

    private static DeskPass pass(ResultSet row, int number) throws SQLException {
        return new DeskPass(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("shelter_id", UUID.class),
                DeskPass.Kind.valueOf(row.getString("kind")),
                new StaffId(row.getObject("made_by", UUID.class)),
                Columns.instant(row, "made_at"),
                Columns.instant(row, "good_until"),
                Columns.findInstant(row, "used_at"),
                Columns.findInstant(row, "revoked_at"));
    }

    private static DeskDevice desk(ResultSet row, int number) throws SQLException {
        long offset = row.getLong("offset_millis");
        Long known = row.wasNull() ? null : offset;
        return new DeskDevice(
                row.getObject("desk_id", UUID.class),
                row.getObject("desk_shelter", UUID.class),
                pass(row, number),
                row.getInt("desk_number"),
                row.getBytes("public_key"),
                row.getBytes("lease_secret"),
                row.getInt("renewal"),
                Columns.instant(row, "lease_until"),
                Columns.instant(row, "enrolled_at"),
                Columns.findInstant(row, "seen_at"),
                known,
                Columns.findInstant(row, "desk_revoked"));
    }
}
