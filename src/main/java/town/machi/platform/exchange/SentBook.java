package town.machi.platform.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.platform.Files;
import town.machi.platform.Zone;
import town.machi.platform.jdbc.ReceivedRows;
import town.machi.platform.jdbc.SentRows;
import town.machi.platform.jdbc.SentRows.Last;

/// The account of this zone's letters, in the database.
final class SentBook implements Sending.Book {

    private static final int MOST = 1000;

    private final Zone zone;
    private final SentRows rows;
    private final ReceivedRows received;
    private final Files files;
    private final TransactionOperations transaction;

    SentBook(Zone zone, SentRows rows, ReceivedRows received, Files files, TransactionOperations transaction) {
        this.zone = zone;
        this.rows = rows;
        this.received = received;
        this.files = files;
        this.transaction = transaction;
    }

    /// The number is in the database before anybody can see the file.
    @Override
    public boolean numberNext() {
        return Boolean.TRUE.equals(transaction.execute(_ -> rows.lockNext()
                .map(next -> {
                    number(next);
                    return true;
                })
                .orElse(false)));
    }

    private void number(SentRows.Sent next) {
        try {
            Last last = last();
            Head head = head(next, last.number() + 1, last.digest());
            byte[] digest = LetterFile.digest(head, parts(next));
            rows.setNumber(next.id(), head.number(), last.digest(), digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of those that have a number; after a restore from a backup, of those that the other zone knows.
    private Last last() {
        Last base = received.standing().base();
        return rows.findLast().filter(last -> last.number() >= base.number()).orElse(base);
    }

    private Head head(SentRows.Sent letter, long number, byte[] previous) {
        List<Head.Part> parts = rows.listParts(letter.id()).stream()
                .map(part -> new Head.Part(part.file(), part.name(), part.bytes(), part.sha256()))
                .toList();
        return new Head(zone.word(), number, previous, letter.kind(), letter.at(), letter.content(), parts);
    }

    private LetterFile.Parts parts(SentRows.Sent letter) {
        List<SentRows.Part> parts = rows.listParts(letter.id());
        return place -> files.openOriginal(parts.get(place).held());
    }

    @Override
    public List<Sending.Due> listDue() {
        return rows.listDue(MOST).stream()
                .map(sent -> new Sending.Due(sent.number(), sent.writtenAt()))
                .toList();
    }

    @Override
    public Sending.Written get(long number) {
        SentRows.Sent sent = rows.find(number).orElseThrow();
        return new Sending.Written(head(sent, number, sent.previous()), parts(sent), sent.digest());
    }

    @Override
    public void written(long number, Instant at) {
        rows.setWritten(number, at);
    }

    @Override
    public long reached() {
        return received.standing().reached();
    }

    long lastNumber() {
        return last().number();
    }

    /// The other zone says up to where it has them.
    ///
    /// @return whether this side was restored from an older backup, so that numbering goes on behind what it said
    boolean heard(ReceivedWord word, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var standing = received.standing();
            if (standing.toldAt() != null && !word.at().isAfter(standing.toldAt())) {
                return false;
            }
            boolean known = isKnown(word);
            if (!known) {
                rows.renumber();
                received.setBase(new Last(word.reached(), word.digest()), now);
            }
            long lost = rows.recall(word.reached()).orElse(0L);
            rows.acknowledge(word.reached(), now);
            received.setHeard(word.at(), now, word.reached(), word.last(), lost);
            return !known;
        }));
    }

    private boolean isKnown(ReceivedWord word) {
        Last base = received.standing().base();
        if (word.reached() == 0) {
            return base.number() == 0;
        }
        Optional<byte[]> digest = base.number() == word.reached()
                ? Optional.of(base.digest())
                : rows.find(word.reached()).map(SentRows.Sent::digest);
        return digest.filter(own -> Arrays.equals(own, word.digest())).isPresent();
    }
}
