package town.machi.platform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.platform.ArrivedLetter;
import town.machi.platform.FileId;
import town.machi.platform.LetterReader;
import town.machi.platform.jdbc.ReceivedRows;

/// The account of the other zone's letters, in the database: the number and what comes of the letter are one
/// transaction.
final class ReceivedBook implements Taking.Book {

    private static final Logger log = LoggerFactory.getLogger(ReceivedBook.class);

    private final ReceivedRows rows;
    private final ObjectProvider<LetterReader> readers;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReceivedBook(
            ReceivedRows rows, ObjectProvider<LetterReader> readers, TransactionOperations transaction, Clock clock) {
        this.rows = rows;
        this.readers = readers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Chain chain() {
        return rows.findLast()
                .map(last -> new Chain(last.number(), last.digest()))
                .orElseGet(() -> new Chain(0, new byte[0]));
    }

    @Override
    public byte @Nullable [] findDigest(long number) {
        return rows.findDigest(number).orElse(null);
    }

    @Override
    public void take(LetterFile.Opened letter) {
        ArrivedLetter arrived = arrived(letter);
        LetterReader reader = readers.stream()
                .filter(each -> each.kinds().contains(arrived.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("この側の Machi が古く、届いたものの種類（" + arrived.kind() + "）を知りません"));
        try {
            transaction.executeWithoutResult(_ -> {
                rows.insert(arrived.number(), letter.digest(), arrived.kind(), clock.instant());
                reader.read(arrived);
            });
        } catch (RuntimeException e) {
            log.warn("Letter {} cannot be taken in: {}", arrived, e.getClass().getName());
            throw e;
        }
    }

    private static ArrivedLetter arrived(LetterFile.Opened letter) {
        List<Head.Part> parts = letter.head().parts();
        return new ArrivedLetter(
                letter.head().number(),
                letter.head().kind(),
                letter.head().content(),
                IntStream.range(0, parts.size())
                        .mapToObj(place -> new ArrivedLetter.Part(
                                new FileId(parts.get(place).id()),
                                parts.get(place).name(),
                                () -> letter.part(place)))
                        .toList());
    }

    @Override
    public void repeated() {
        rows.countRepeat();
    }

    @Override
    public void refused(Path file, Refused why) {
        log.warn("{} was not taken in, but set aside: {}", file.getFileName(), why);
        rows.insertRefused(hash(file), String.valueOf(file.getFileName()), why.words(), clock.instant());
    }

    private static byte[] hash(Path file) {
        MessageDigest digest = LetterFile.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }
}
