package town.machi.platform.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import town.machi.platform.FileId;
import town.machi.platform.StoredFile;

/// Files and their content. Content is shared by hash; whoever adds or drops a hash holds its lock till the commit.
@Repository
public class FileRows {

    private static final int PIECE_BYTES = 256 * 1024;
    private static final String COLUMNS =
            "id, name, content_type, size, sha256, owner, keep_until, shown_type, stored_at";

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void putContent(String sha256, Path file) throws IOException {
        lock(sha256);
        int added = jdbc.sql(
                        "INSERT INTO platform.content (sha256, size) VALUES (:sha, :size) ON CONFLICT (sha256) DO NOTHING")
                .param("sha", sha256)
                .param("size", Files.size(file))
                .update();
        if (added == 0) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            int place = 0;
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                jdbc.sql("INSERT INTO platform.content_piece (sha256, place, bytes) VALUES (:sha, :place, :bytes)")
                        .param("sha", sha256)
                        .param("place", place++)
                        .param("bytes", piece)
                        .update();
            }
        }
    }

    public void insert(StoredFile file, @Nullable String shownSha256) {
        jdbc.sql("""
                        INSERT INTO platform.file (id, name, content_type, size, sha256, shown_type, shown_sha256, owner,
                                                   keep_until, stored_at)
                        VALUES (:id, :name, :type, :size, :sha, :shownType, :shownSha, :owner, :keepUntil, :storedAt)
                        """)
                .param("id", file.id().value())
                .param("name", file.name())
                .param("type", file.contentType())
                .param("size", file.size())
                .param("sha", file.sha256())
                .param("shownType", file.shownType().orElse(null))
                .param("shownSha", shownSha256)
                .param("owner", file.owner())
                .param("keepUntil", file.keepUntil().orElse(null), java.sql.Types.DATE)
                .param("storedAt", file.storedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// A file of its own with what may be shown of another, or with the original where nothing may: for whoever must
    /// have it although the other goes.
    ///
    /// @throws org.springframework.dao.EmptyResultDataAccessException when it is gone
    public void hold(FileId of, FileId as, String owner) {
        lock(jdbc.sql("SELECT COALESCE(shown_sha256, sha256) FROM platform.file WHERE id = :of")
                .param("of", of.value())
                .query(String.class)
                .single());
        jdbc.sql("""
                        INSERT INTO platform.file (id, name, content_type, size, sha256, owner, stored_at)
                        SELECT :as,
                               CASE WHEN f.shown_type = 'image/jpeg' AND f.content_type <> 'image/jpeg'
                                    THEN f.name || '.jpg' ELSE f.name END,
                               COALESCE(f.shown_type, f.content_type), c.size, c.sha256, :owner, f.stored_at
                        FROM platform.file f JOIN platform.content c ON c.sha256 = COALESCE(f.shown_sha256, f.sha256)
                        WHERE f.id = :of
                        """)
                .param("of", of.value())
                .param("as", as.value())
                .param("owner", owner)
                .update();
    }

    public Optional<StoredFile> find(FileId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM platform.file WHERE id = :id")
                .param("id", id.value())
                .query(FileRows::toFile)
                .optional();
    }

    public List<StoredFile> listOwned(String owner) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM platform.file WHERE owner = :owner ORDER BY stored_at, id")
                .param("owner", owner)
                .query(FileRows::toFile)
                .list();
    }

    public Optional<String> findShownHash(FileId id) {
        return jdbc.sql("SELECT shown_sha256 FROM platform.file WHERE id = :id AND shown_sha256 IS NOT NULL")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /// Reads piece by piece, each when it is needed.
    public InputStream open(String sha256) {
        long size = jdbc.sql("SELECT size FROM platform.content WHERE sha256 = :sha")
                .param("sha", sha256)
                .query(Long.class)
                .single();
        int pieces = Math.toIntExact((size + PIECE_BYTES - 1) / PIECE_BYTES);
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < pieces;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(piece(sha256, next++));
            }
        });
    }

    private byte[] piece(String sha256, int place) {
        return jdbc.sql("SELECT bytes FROM platform.content_piece WHERE sha256 = :sha AND place = :place")
                .param("sha", sha256)
                .param("place", place)
                .query(byte[].class)
                .single();
    }

    public int changeOwner(FileId id, String owner) {
        return jdbc.sql("UPDATE platform.file SET owner = :owner WHERE id = :id")
                .param("id", id.value())
                .param("owner", owner)
                .update();
    }

    public void changeKeepUntil(String owner, @Nullable LocalDate lastDay) {
        jdbc.sql("UPDATE platform.file SET keep_until = :day WHERE owner = :owner")
                .param("owner", owner)
                .param("day", lastDay, java.sql.Types.DATE)
                .update();
    }

    public boolean delete(FileId id) {
        return drop(jdbc.sql("DELETE FROM platform.file WHERE id = :id RETURNING sha256, shown_sha256")
                        .param("id", id.value()))
                > 0;
    }

    public int deleteOwned(String owner) {
        return drop(jdbc.sql("DELETE FROM platform.file WHERE owner = :owner RETURNING sha256, shown_sha256")
                .param("owner", owner));
    }

    public int deleteExpired(LocalDate today) {
        return drop(jdbc.sql("DELETE FROM platform.file WHERE keep_until < :today RETURNING sha256, shown_sha256")
                .param("today", today));
    }

    /// Deletes, and drops the content that nothing refers to any more.
    private int drop(JdbcClient.StatementSpec deletion) {
        List<List<String>> gone = deletion.query((row, number) -> Stream.of(row.getString(1), row.getString(2))
                        .filter(Objects::nonNull)
                        .toList())
                .list();
        TreeSet<String> hashes = new TreeSet<>();
        gone.forEach(hashes::addAll);
        hashes.forEach(this::lock);
        for (String hash : hashes) {
            jdbc.sql("""
                            DELETE FROM platform.content WHERE sha256 = :sha AND NOT EXISTS (
                                SELECT FROM platform.file WHERE sha256 = :sha OR shown_sha256 = :sha)
                            """).param("sha", hash).update();
        }
        return gone.size();
    }

    private void lock(String sha256) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:sha, 0))::text")
                .param("sha", sha256)
                .query(String.class)
                .single();
    }

    private static StoredFile toFile(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("owner"),
                Optional.ofNullable(row.getObject("keep_until", LocalDate.class)),
                Optional.ofNullable(row.getString("shown_type")),
                row.getObject("stored_at", OffsetDateTime.class).toInstant());
    }
}
