package town.machi.platform.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.platform.FileId;
import town.machi.platform.Ids;
import town.machi.platform.Letter;

/// Rows of `platform.exchange_sent`: letters to the other zone, with the copies of their files.
@Component
public class SentRows {

    private static final String SELECT = """
            SELECT id, number, previous, digest, kind, at, content, written_at FROM platform.exchange_sent
            """;

    private final JdbcClient jdbc;
    private final FileRows files;
    private final Ids ids;

    SentRows(JdbcClient jdbc, FileRows files, Ids ids) {
        this.jdbc = jdbc;
        this.files = files;
        this.ids = ids;
    }

    /// @param number 0: none yet
    /// @param previous of the letter before; empty: none yet, or the first one
    public record Sent(
            long id,
            long number,
            byte[] previous,
            byte[] digest,
            String kind,
            Instant at,
            String content,
            @Nullable Instant writtenAt) {}

    /// @param file as those know it who speak of it
    /// @param held the copy
    public record Part(UUID file, FileId held, String name, long bytes, String sha256) {}

    /// A number and what it stands for.
    public record Last(long number, byte[] digest) {}

    public void insert(Letter letter, Instant now) {
        long id = jdbc.sql("""
                        INSERT INTO platform.exchange_sent (kind, about, at, content)
                        VALUES (:kind, :about, :at, :content) RETURNING id
                        """)
                .param("kind", letter.kind())
                .param("about", letter.about())
                .param("at", at(now))
                .param("content", letter.content())
                .query(Long.class)
                .single();
        for (int place = 0; place < letter.files().size(); place++) {
            FileId file = letter.files().get(place);
            FileId held = new FileId(ids.next());
            files.hold(file, held, owner(id));
            jdbc.sql(
                            "INSERT INTO platform.exchange_part (letter, place, file, held) VALUES (:id, :place, :file, :held)")
                    .param("id", id)
                    .param("place", place)
                    .param("file", file.value())
                    .param("held", held.value())
                    .update();
        }
    }

    private static String owner(long id) {
        return "exchange:" + id;
    }

    /// Held until the transaction ends.
    public Optional<Sent> lockNext() {
        return jdbc.sql(SELECT + "WHERE number IS NULL ORDER BY id LIMIT 1 FOR UPDATE")
                .query(SentRows::sent)
                .optional();
    }

    public Optional<Last> findLast() {
        return jdbc.sql("""
                        SELECT number, digest FROM platform.exchange_sent WHERE number IS NOT NULL
                        ORDER BY number DESC LIMIT 1
                        """)
                .query((row, _) -> new Last(row.getLong("number"), row.getBytes("digest")))
                .optional();
    }

    public Optional<Sent> find(long number) {
        return jdbc.sql(SELECT + "WHERE number = :number")
                .param("number", number)
                .query(SentRows::sent)
                .optional();
    }

    public void setNumber(long id, long number, byte[] previous, byte[] digest) {
        jdbc.sql("""
                        UPDATE platform.exchange_sent SET number = :number, previous = :previous, digest = :digest
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("number", number)
                .param("previous", previous)
                .param("digest", digest)
                .update();
    }

    public List<Part> listParts(long id) {
        return jdbc.sql("""
                        SELECT p.file, f.id, f.name, f.size, f.sha256 FROM platform.exchange_part p
                        JOIN platform.file f ON f.id = p.held WHERE p.letter = :id ORDER BY p.place
                        """)
                .param("id", id)
                .query((row, _) -> new Part(
                        row.getObject("file", UUID.class),
                        new FileId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getLong("size"),
                        row.getString("sha256")))
                .list();
    }

    /// Numbered, not arrived, and not emptied; the lowest numbers first. Their content is left out.
    public List<Sent> listDue(int most) {
        return jdbc.sql("""
                        SELECT id, number, previous, digest, kind, at, '' AS content, written_at
                        FROM platform.exchange_sent
                        WHERE acknowledged_at IS NULL AND number IS NOT NULL AND content IS NOT NULL
                        ORDER BY number LIMIT :most
                        """).param("most", most).query(SentRows::sent).list();
    }

    public void setWritten(long number, Instant now) {
        jdbc.sql("UPDATE platform.exchange_sent SET written_at = :at WHERE number = :number")
                .param("number", number)
                .param("at", at(now))
                .update();
    }

    /// They have arrived; what is to be forgotten is emptied.
    public void acknowledge(long upTo, Instant now) {
        jdbc.sql("""
                        UPDATE platform.exchange_sent SET acknowledged_at = :at
                        WHERE number <= :number AND acknowledged_at IS NULL
                        """).param("number", upTo).param("at", at(now)).update();
        empty("forget AND acknowledged_at IS NOT NULL", now);
    }

    /// The other zone has them no more: they are written again.
    ///
    /// @return the lowest that was emptied meanwhile
    public Optional<Long> recall(long after) {
        jdbc.sql("""
                        UPDATE platform.exchange_sent SET acknowledged_at = NULL, written_at = NULL
                        WHERE number > :after AND acknowledged_at IS NOT NULL
                        """).param("after", after).update();
        return jdbc.sql(
                        "SELECT number FROM platform.exchange_sent WHERE number > :after AND content IS NULL ORDER BY 1 LIMIT 1")
                .param("after", after)
                .query(Long.class)
                .optional();
    }

    /// Takes the numbers back from all that have not arrived, so that they get others.
    public void renumber() {
        jdbc.sql("""
                        UPDATE platform.exchange_sent SET number = NULL, previous = NULL, digest = NULL, written_at = NULL
                        WHERE acknowledged_at IS NULL AND number IS NOT NULL
                        """).update();
    }

    public void emptyAcknowledgedBefore(Instant time) {
        empty("acknowledged_at < :at", time);
    }

    public void forget(String about) {
        jdbc.sql("UPDATE platform.exchange_sent SET forget = true WHERE about = :about AND content IS NOT NULL")
                .param("about", about)
                .update();
        empty("forget AND acknowledged_at IS NOT NULL", Instant.EPOCH);
    }

    private void empty(String which, Instant time) {
        jdbc.sql("UPDATE platform.exchange_sent SET content = NULL WHERE content IS NOT NULL AND " + which
                        + " AND :at::timestamptz IS NOT NULL RETURNING id")
                .param("at", at(time))
                .query(Long.class)
                .list()
                .forEach(id -> files.deleteOwned(owner(id)));
    }

    /// Those that have not arrived, and since when the oldest of them waits.
    public Waiting waiting() {
        return jdbc.sql("""
                        SELECT count(*) AS letters, min(at) AS oldest FROM platform.exchange_sent
                        WHERE acknowledged_at IS NULL
                        """)
                .query((row, _) -> new Waiting(row.getInt("letters"), instant(row, "oldest")))
                .single();
    }

    /// @param oldest null: none waits
    public record Waiting(int letters, @Nullable Instant oldest) {}

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(
                row.getLong("id"),
                row.getLong("number"),
                bytes(row, "previous"),
                bytes(row, "digest"),
                row.getString("kind"),
                Objects.requireNonNull(instant(row, "at")),
                Objects.requireNonNullElse(row.getString("content"), ""),
                instant(row, "written_at"));
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getBytes(column), new byte[0]);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
