package town.machi.identity.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.identity.SignInEntry;
import town.machi.kernel.StaffId;

/// Sign-ins as each person sees their own.
@Component
public class SignInRows {

    private final JdbcClient db;

    SignInRows(JdbcClient db) {
        this.db = db;
    }

    public void insert(SignInEntry entry) {
        db.sql("""
                        INSERT INTO identity.sign_in (id, staff_id, at, way, outcome, address)
                        VALUES (:id, :staff, :at, :way, :outcome, :address)
                        """)
                .param("id", entry.id())
                .param("staff", entry.staff().value())
                .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param("way", entry.way().code())
                .param("outcome", entry.outcome().code())
                .param("address", entry.address())
                .update();
    }

    /// The latest first.
    public List<SignInEntry> listLatest(StaffId staff, int howMany) {
        return db.sql("""
                        SELECT id, at, way, outcome, address FROM identity.sign_in
                        WHERE staff_id = :staff ORDER BY at DESC, id DESC LIMIT :howMany
                        """)
                .param("staff", staff.value())
                .param("howMany", howMany)
                .query((row, number) -> new SignInEntry(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        staff,
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                .toInstant(),
                        SignInEntry.Way.ofCode(row.getString("way")),
                        SignInEntry.Outcome.ofCode(row.getString("outcome")),
                        row.getString("address")))
                .list();
    }

    public int deleteFor(StaffId staff) {
        return db.sql("DELETE FROM identity.sign_in WHERE staff_id = :staff")
                .param("staff", staff.value())
                .update();
    }

    public int deleteOlderThan(Instant before) {
        return db.sql("DELETE FROM identity.sign_in WHERE at < :before")
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .update();
    }
}
