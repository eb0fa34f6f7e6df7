package town.machi.platform.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was taken in of the other zone's letters, what was set aside, and how the exchange stands.
@Component
public class ReceivedRows {

    private final JdbcClient jdbc;

    ReceivedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param toldAt by the other zone's clock; null: never
    /// @param heardAt by ours; null: never
    /// @param reached up to which the other zone has our letters
    /// @param theirs number of the other zone's last letter
    /// @param base behind which our numbering goes on; 0: from the beginning
    /// @param wentOnAt when it had to; null: never
    /// @param lost the letter that the other zone asks for and that is gone; 0: none
    public record Standing(
            long repeats,
            @Nullable Instant toldAt,
            @Nullable Instant heardAt,
            long reached,
            long theirs,
            SentRows.Last base,
            @Nullable Instant wentOnAt,
            int waiting,
            @Nullable String failure,
            long lost) {

        /// Up to when the other zone is known: what comes late on a stick tells of the time when it was written, and a
        /// clock that is ahead of ours tells of no later than when it came. Null: never.
        public @Nullable Instant knownUntil() {
            return toldAt != null && heardAt != null && toldAt.isBefore(heardAt) ? toldAt : heardAt;
        }
    }

    public record Aside(String name, String reason, Instant at) {}

    /// The one row of the standing is there from now on.
    public void begin() {
        jdbc.sql("INSERT INTO platform.exchange_standing DEFAULT VALUES ON CONFLICT DO NOTHING")
                .update();
    }

    public Standing standing() {
        begin();
        return jdbc.sql("SELECT * FROM platform.exchange_standing")
                .query(ReceivedRows::read)
                .single();
    }

    private static Standing read(ResultSet row, int number) throws SQLException {
        byte[] base = row.getBytes("base_digest");
        return new Standing(
                row.getLong("repeats"),
                instant(row, "told_at"),
                instant(row, "heard_at"),
                row.getLong("reached"),
                row.getLong("theirs"),
                new SentRows.Last(row.getLong("base"), base == null ? new byte[0] : base),
                instant(row, "went_on_at"),
                row.getInt("waiting"),
                row.getString("failure"),
                row.getLong("lost"));
    }

    public void countRepeat() {
        jdbc.sql("UPDATE platform.exchange_standing SET repeats = repeats + 1").update();
    }

    public void setRound(int waiting, @Nullable String failure) {
        jdbc.sql("""
                        UPDATE platform.exchange_standing SET waiting = :waiting, failure = :failure
                        WHERE waiting <> :waiting OR failure IS DISTINCT FROM :failure
                        """).param("waiting", waiting).param("failure", failure).update();
    }

    /// What the other zone told of our letters and of its own.
    ///
    /// @param lost 0: nothing that it asks for is gone
    public void setHeard(Instant toldAt, Instant now, long reached, long theirs, long lost) {
        jdbc.sql("""
                        UPDATE platform.exchange_standing
                        SET told_at = :told, heard_at = :now, reached = :reached, theirs = :theirs,
                            lost = NULLIF(:lost::bigint, 0)
                        """)
                .param("told", at(toldAt))
                .param("now", at(now))
                .param("reached", reached)
                .param("theirs", theirs)
                .param("lost", lost)
                .update();
    }

    /// From now on our letters are numbered behind the last one that the other zone has.
    public void setBase(SentRows.Last base, Instant now) {
        jdbc.sql("UPDATE platform.exchange_standing SET base = :base, base_digest = :digest, went_on_at = :now")
                .param("base", base.number())
                .param("digest", base.digest())
                .param("now", at(now))
                .update();
    }

    /// @throws org.springframework.dao.DuplicateKeyException it was taken in before
    public void insert(long number, byte[] digest, String kind, Instant now) {
        jdbc.sql("""
                        INSERT INTO platform.exchange_received (number, digest, kind, at)
                        VALUES (:number, :digest, :kind, :at)
                        """)
                .param("number", number)
                .param("digest", digest)
                .param("kind", kind)
                .param("at", at(now))
                .update();
    }

    public Optional<SentRows.Last> findLast() {
        return jdbc.sql("SELECT number, digest FROM platform.exchange_received ORDER BY number DESC LIMIT 1")
                .query((row, _) -> new SentRows.Last(row.getLong("number"), row.getBytes("digest")))
                .optional();
    }

    public Optional<byte[]> findDigest(long number) {
        return jdbc.sql("SELECT digest FROM platform.exchange_received WHERE number = :number")
                .param("number", number)
                .query((row, _) -> row.getBytes("digest"))
                .optional();
    }

    /// The same file twice is once.
    public void insertRefused(byte[] digest, String name, String reason, Instant now) {
        jdbc.sql("""
                        INSERT INTO platform.exchange_refused (digest, name, reason, at)
                        VALUES (:digest, :name, :reason, :at) ON CONFLICT (digest) DO NOTHING
                        """)
                .param("digest", digest)
                .param("name", name)
                .param("reason", reason)
                .param("at", at(now))
                .update();
    }

    public List<Aside> listRefusedSince(Instant time) {
        return jdbc.sql("SELECT name, reason, at FROM platform.exchange_refused WHERE at >= :time ORDER BY at DESC")
                .param("time", at(time))
                .query((row, _) -> new Aside(
                        row.getString("name"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void deleteRefusedBefore(Instant time) {
        jdbc.sql("DELETE FROM platform.exchange_refused WHERE at < :time")
                .param("time", at(time))
                .update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
