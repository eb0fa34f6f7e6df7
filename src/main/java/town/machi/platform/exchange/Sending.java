package town.machi.platform.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes this zone's letters as files: those that were never written, and those that have not arrived and lie there no
/// more. What has arrived is taken away.
final class Sending {

    private final Path outgoing;
    private final Signer signer;
    private final Book book;
    private final Duration againAfter;

    Sending(Path outgoing, Signer signer, Book book, Duration againAfter) {
        this.outgoing = outgoing;
        this.signer = signer;
        this.book = book;
        this.againAfter = againAfter;
    }

    /// Where this zone keeps account.
    interface Book {

        /// Gives the next letter its number; false where none waits for one.
        boolean numberNext() throws IOException;

        /// Numbered and not arrived, the lowest first.
        List<Due> listDue();

        Written get(long number);

        void written(long number, Instant at);

        /// Up to which number the other zone has them.
        long reached();
    }

    /// @param writtenAt null: never
    record Due(long number, @Nullable Instant writtenAt) {

        boolean isDue(Instant now, Duration againAfter) {
            return writtenAt == null || !now.isBefore(writtenAt.plus(againAfter));
        }
    }

    record Written(Head head, LetterFile.Parts parts, byte[] digest) {}

    /// @return how many files were written
    int run(Instant now) throws IOException {
        while (book.numberNext()) {
            // One after the other, each in a transaction of its own.
        }
        int written = 0;
        for (Due due : book.listDue()) {
            Path file = outgoing.resolve(ExchangeFolder.name(due.number()));
            if (due.isDue(now, againAfter)) {
                written += write(file, book.get(due.number())) ? 1 : 0;
                book.written(due.number(), now);
            }
        }
        clear();
        return written;
    }

    /// Unless it lies there as it is. Its name alone does not say so: on the way, names may have changed places.
    private boolean write(Path file, Written letter) throws IOException {
        byte[] signature = signer.sign(letter.digest());
        ExchangeFolder.Content content = out -> LetterFile.write(out, letter.head(), letter.parts(), signature);
        if (Files.exists(file) && Arrays.equals(hash(out -> Files.copy(file, out)), hash(content))) {
            return false;
        }
        ExchangeFolder.write(file, content);
        return true;
    }

    private static byte[] hash(ExchangeFolder.Content content) throws IOException {
        MessageDigest digest = LetterFile.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.writeTo(out);
        }
        return digest.digest();
    }

    private void clear() throws IOException {
        long reached = book.reached();
        for (Path file : ExchangeFolder.list(outgoing)) {
            if (number(file).filter(number -> number <= reached).isPresent()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Of a file that has the name which this class gives.
    private static Optional<Long> number(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.matches("\\d{8,18}\\.machi")
                ? Optional.of(Long.parseLong(name.substring(0, name.indexOf('.'))))
                : Optional.empty();
    }
}
