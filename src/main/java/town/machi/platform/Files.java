package town.machi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.files.FileName;
import town.machi.platform.files.Inspection;
import town.machi.platform.jdbc.FileRows;

/// Files that people hand in, kept in the database by content hash, at most 20 MB each.
///
/// The original is kept as evidence; what is shown is a copy without place, time and comments. Taken are JPEG, PNG,
/// HEIC and PDF, by their bytes: a file that lies about its type is refused.
@Component
public class Files {

    /// The largest file that is taken, in bytes.
    public static final long LARGEST_BYTES = 20L * 1024 * 1024;

    private final FileRows rows;
    private final Ids ids;
    private final Clock clock;
    private final Path workspace;
    private final Inspection inspection = new Inspection();

    public Files(FileRows rows, Ids ids, Clock clock, MachiProperties properties, Jobs jobs) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.workspace = properties.data().resolve("tmp");
        jobs.everyNight("platform.forget-files", this::forget);
    }

    /// Takes a file, or says why not. Nothing is stored by half: it commits with the caller.
    @Transactional
    public Storing store(NewFile file) {
        return store(new FileId(ids.next()), file);
    }

    /// The same under an id that it has already: it comes from the town's other zone.
    @Transactional
    public Storing store(FileId id, NewFile file) {
        Path folder = newFolder();
        try {
            Path original = folder.resolve("original");
            Optional<String> sha256 = receive(file.content(), original);
            if (sha256.isEmpty()) {
                return new Storing.Refused(Refusal.of("platform.file.too-large", LARGEST_BYTES / 1024 / 1024));
            }
            String name = FileName.safe(file.originalName());
            return switch (inspection.inspect(original, name, folder)) {
                case Inspection.Finding.Bad bad -> new Storing.Refused(bad.refusal());
                case Inspection.Finding.Good good ->
                    new Storing.Stored(keep(id, file, name, original, sha256.get(), good));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private StoredFile keep(
            FileId id, NewFile file, String name, Path original, String sha256, Inspection.Finding.Good good)
            throws IOException {
        Path shown = good.shown();
        String shownSha = shown == null || shown.equals(original) ? sha256 : receiveHash(shown);
        rows.putContent(sha256, original);
        if (shown != null && !shown.equals(original)) {
            rows.putContent(shownSha, shown);
        }
        StoredFile stored = new StoredFile(
                id,
                name,
                good.kind().contentType(),
                java.nio.file.Files.size(original),
                sha256,
                file.owner(),
                Optional.ofNullable(file.keepUntil()),
                Optional.ofNullable(good.shownType()),
                OffsetDateTime.now(clock).toInstant());
        rows.insert(stored, shown == null ? null : shownSha);
        return stored;
    }

    public Optional<StoredFile> find(FileId id) {
        return rows.find(id);
    }

    /// @throws ProblemException [PlatformProblem#FILE_GONE]
    public StoredFile get(FileId id) {
        return find(id).orElseThrow(() -> new ProblemException(PlatformProblem.FILE_GONE));
    }

    /// Oldest first.
    public List<StoredFile> listOwned(String owner) {
        return rows.listOwned(owner);
    }

    /// What may be shown, of the type [StoredFile#shownType].
    ///
    /// @throws ProblemException [PlatformProblem#FILE_GONE], also when there is nothing to show
    public InputStream open(FileId id) {
        return rows.open(rows.findShownHash(id).orElseThrow(() -> new ProblemException(PlatformProblem.FILE_GONE)));
    }

    /// The original with all that it says, for evidence.
    public InputStream openOriginal(FileId id) {
        return rows.open(get(id).sha256());
    }

    /// Hands a file over, as from a draft to its submission.
    @Transactional
    public void claim(FileId id, String newOwner) {
        if (rows.changeOwner(id, newOwner) == 0) {
            throw new ProblemException(PlatformProblem.FILE_GONE);
        }
    }

    /// Sets the last day of all files of an owner; null: as long as the owner.
    @Transactional
    public void keepOwnedUntil(String owner, @org.jspecify.annotations.Nullable LocalDate lastDay) {
        rows.changeKeepUntil(owner, lastDay);
    }

    @Transactional
    public boolean delete(FileId id) {
        return rows.delete(id);
    }

    /// Deletes all files of an owner, and their bytes unless another file has the same.
    ///
    /// @return how many files are gone
    @Transactional
    public int deleteOwned(String owner) {
        return rows.deleteOwned(owner);
    }

    private void forget() {
        rows.deleteExpired(LocalDate.now(clock));
        Path[] left = listWorkspace();
        for (Path folder : left) {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    /// Folders that a killed program left behind; a running upload takes minutes, not a day.
    private Path[] listWorkspace() {
        long dayAgo = System.currentTimeMillis() - 24 * 60 * 60 * 1000L;
        try (var folders = java.nio.file.Files.list(workspace)) {
            return folders.filter(folder -> folder.toFile().lastModified() < dayAgo)
                    .toArray(Path[]::new);
        } catch (IOException e) {
            return new Path[0];
        }
    }

    private Path newFolder() {
        try {
            java.nio.file.Files.createDirectories(workspace);
            return java.nio.file.Files.createTempDirectory(workspace, "file-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes what comes in and answers its hash; empty as soon as it is too large.
    private static Optional<String> receive(InputStream in, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(java.nio.file.Files.newOutputStream(to), digest)) {
            byte[] buffer = new byte[64 * 1024];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > LARGEST_BYTES) {
                    return Optional.empty();
                }
                out.write(buffer, 0, read);
            }
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private static String receiveHash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = java.nio.file.Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
