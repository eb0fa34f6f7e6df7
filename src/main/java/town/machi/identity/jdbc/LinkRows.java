package town.machi.identity.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.identity.LinkPurpose;
import town.machi.identity.OneTimeLink;
import town.machi.kernel.StaffId;

/// One-time links by the hash of their secret.
@Component
public class LinkRows {

    private static final String SELECT =
            "SELECT hash, purpose, staff_id, created_at, expires_at FROM identity.one_time_link ";

    private final JdbcClient db;

    LinkRows(JdbcClient db) {
        this.db = db;
    }

    /// Nodes that start together make one set-up link between them: they take turns until they commit.
    public void takeTurns() {
        db.sql("LOCK TABLE identity.one_time_link IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /// Puts the link in the place of the one that was open for the same person, or for the set-up.
    public void replace(OneTimeLink link) {
        var staff = link.staff();
        if (staff == null) {
            closeSetup();
        } else {
            closeFor(staff);
        }
        db.sql("""
                        INSERT INTO identity.one_time_link (hash, purpose, staff_id, created_at, expires_at)
                        VALUES (:hash, :purpose, :staff, :created, :expires)
                        """)
                .param("hash", link.hash())
                .param("purpose", link.purpose().code())
                .param("staff", staff == null ? null : staff.value())
                .param("created", utc(link.createdAt()))
                .param("expires", utc(link.expiresAt()))
                .update();
    }

    /// An open set-up link works no more.
    public void closeSetup() {
        db.sql("DELETE FROM identity.one_time_link WHERE staff_id IS NULL AND used_at IS NULL")
                .update();
    }

    /// Open links of the person work no more.
    public void closeFor(StaffId staff) {
        db.sql("DELETE FROM identity.one_time_link WHERE staff_id = :staff AND used_at IS NULL")
                .param("staff", staff.value())
                .update();
    }

    public Optional<OneTimeLink> findOpen(String hash, Instant now) {
        return db.sql(SELECT + "WHERE hash = :hash AND used_at IS NULL AND expires_at > :now")
                .param("hash", hash)
                .param("now", utc(now))
                .query(LinkRows::link)
                .optional();
    }

    public Optional<OneTimeLink> findOpenFor(StaffId staff, Instant now) {
        return db.sql(SELECT + "WHERE staff_id = :staff AND used_at IS NULL AND expires_at > :now")
                .param("staff", staff.value())
                .param("now", utc(now))
                .query(LinkRows::link)
                .optional();
    }

    public Optional<OneTimeLink> findOpenSetup(Instant now) {
        return db.sql(SELECT + "WHERE purpose = 'setup' AND used_at IS NULL AND expires_at > :now")
                .param("now", utc(now))
                .query(LinkRows::link)
                .optional();
    }

    /// Uses the link up; false where somebody was faster, or it is too old.
    public boolean use(String hash, Instant now) {
        return db.sql("""
                                UPDATE identity.one_time_link SET used_at = :now
                                WHERE hash = :hash AND used_at IS NULL AND expires_at > :now
                                """).param("hash", hash).param("now", utc(now)).update() == 1;
    }

    /// @return how many links were forgotten whose time ended before the instant
    public int deleteExpired(Instant before) {
        return db.sql("DELETE FROM identity.one_time_link WHERE expires_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static OneTimeLink link(ResultSet row, int number) throws SQLException {
        return new OneTimeLink(
                row.getString("hash"),
                LinkPurpose.ofCode(row.getString("purpose")),
                staffId(row.getObject("staff_id", UUID.class)),
                Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.getObject("expires_at", OffsetDateTime.class))
                        .toInstant());
    }

    private static @Nullable StaffId staffId(@Nullable UUID id) {
        return id == null ? null : new StaffId(id);
    }
}
