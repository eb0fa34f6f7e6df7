package town.machi.identity.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.identity.posting.Posting;
import town.machi.identity.posting.PostingLine;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// Postings that were looked at, planned and done.
@Component
public class PostingRows {

    private final JdbcClient db;

    PostingRows(JdbcClient db) {
        this.db = db;
    }

    /// Keeps what was looked at; nothing where the same request kept it before.
    public void keep(Posting order, Instant at) {
        int written = db.sql("""
                        INSERT INTO identity.transfer_order (id, effective, file, loaded_by, loaded_at, state)
                        VALUES (:id, :effective, :file, :by, :at, 'looked') ON CONFLICT DO NOTHING
                        """)
                .param("id", order.id())
                .param("effective", order.effective())
                .param("file", order.file())
                .param("by", order.by().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (written == 1) {
            order.lines().forEach(line -> keep(order.id(), line));
        }
    }

    private void keep(UUID order, PostingLine line) {
        db.sql("""
                INSERT INTO identity.transfer_line (order_id, line, kind, staff_id, name, mail, sections, roles, seats)
                VALUES (:order, :line, :kind, :staff, :name, :mail, :sections, :roles, :seats)
                """)
                .param("order", order)
                .param("line", line.line())
                .param("kind", line.kind().name())
                .param("staff", line.staff().map(StaffId::value).orElse(null))
                .param("name", line.name())
                .param("mail", line.mail())
                .param("sections", texts(line.sections(), SectionId::value))
                .param("roles", texts(line.roles(), Role::name))
                .param("seats", texts(line.seats(), Seat::code))
                .update();
    }

    /// Nobody else changes it until the transaction ends.
    public Optional<Posting> lock(UUID id) {
        return db.sql("SELECT * FROM identity.transfer_order WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::order)
                .optional();
    }

    /// Planned for this day or earlier; two nodes never get the same one.
    public Optional<Posting> claimDue(LocalDate today) {
        return db.sql("""
                        SELECT * FROM identity.transfer_order WHERE state = 'planned' AND effective <= :today
                        ORDER BY effective, loaded_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """).param("today", today).query(this::order).optional();
    }

    /// The newest first, without what was only looked at.
    public List<Posting> list() {
        return db.sql("""
                        SELECT * FROM identity.transfer_order WHERE state <> 'looked'
                        ORDER BY effective DESC, loaded_at DESC LIMIT 50
                        """).query(this::order).list();
    }

    public void change(UUID id, Posting.State state, Instant at) {
        db.sql("UPDATE identity.transfer_order SET state = :state, done_at = :at WHERE id = :id")
                .param("state", state.code())
                .param("at", state == Posting.State.DONE ? at.atOffset(ZoneOffset.UTC) : null)
                .param("id", id)
                .update();
    }

    private Posting order(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Posting(
                id,
                row.getObject("effective", LocalDate.class),
                row.getString("file"),
                new StaffId(row.getObject("loaded_by", UUID.class)),
                Posting.State.ofCode(row.getString("state")),
                db.sql("SELECT * FROM identity.transfer_line WHERE order_id = :id ORDER BY line")
                        .param("id", id)
                        .query(PostingRows::line)
                        .list());
    }

    private static PostingLine line(ResultSet row, int number) throws SQLException {
        return new PostingLine(
                row.getLong("line"),
                PostingLine.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("staff_id", UUID.class)).map(StaffId::new),
                row.getString("name"),
                row.getString("mail"),
                set(row, "sections", SectionId::new),
                set(row, "roles", Role::valueOf),
                set(row, "seats", Seat::ofCode));
    }

    private static <T> Set<T> set(ResultSet row, String column, Function<String, T> read) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(read)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> write) {
        return values.stream().map(write).sorted().toArray(String[]::new);
    }
}
